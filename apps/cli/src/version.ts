/** The version of the program, as in its package file. */
export const version = '0.2.0'
