/**
 * The page's script: plain JavaScript, kept as text in modules by concern.
 *
 * It is text, and not a file that a bundler inlines, so that the program runs the same from source, in tests and
 * bundled, without a build step in between. A test type-checks it strictly against the browser's types.
 */
import { documentView } from './script/document-view.ts'
import { figurePanel } from './script/figure-panel.ts'
import { findingsList } from './script/findings-list.ts'
import { keyboard } from './script/keyboard.ts'
import { pageFoundation } from './script/page-foundation.ts'

export const pageScript = `'use strict';
(() => {
${[pageFoundation, documentView, figurePanel, findingsList, keyboard].join('\n')}
})()
`
