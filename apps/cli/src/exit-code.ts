/** How the program ends; scripts rely on these. 70 is a defect of the program itself (EX_SOFTWARE), 130 was stopped by Ctrl-C. */
export const exitCodes = { clean: 0, findings: 1, usage: 2, unreadable: 3, defect: 70, interrupted: 130 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** The worst of several: what could not be read weighs more than what was found. Nothing at all is clean. */
export function worstExitCode(codes: readonly ExitCode[]): ExitCode {
  return codes.reduce<ExitCode>((worst, code) => (code > worst ? code : worst), exitCodes.clean)
}
