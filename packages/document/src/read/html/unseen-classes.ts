/** Classes that pages everywhere use for text that only screen readers get. */
const customary = ['sr-only', 'visually-hidden', 'visuallyhidden', 'screen-reader-text']

/**
 * The classes that a page's own style sheet cuts down to nothing: text for screen readers that repeats what is seen.
 *
 * Only clipping counts. What a class does not display, a script may show again.
 */
export function unseenClasses(styleSheet: string): ReadonlySet<string> {
  const classes = new Set(customary)
  for (const rule of styleSheet.split('}')) {
    const [selectors, declarations] = rule.split('{')
    // A rule inside @media has three parts: it does not hold everywhere.
    if (selectors === undefined || declarations === undefined || rule.split('{').length !== 2) continue
    if (!/position\s*:\s*absolute/iu.test(declarations) || !/clip(?:-path)?\s*:\s*(?:inset\(\s*50%|rect\(\s*[01])/iu.test(declarations)) continue
    for (const selector of selectors.split(',')) {
      const name = /^\.([\w-]+)$/u.exec(selector.trim())?.[1]
      if (name !== undefined) classes.add(name)
    }
  }
  return classes
}
