/** Writes a compiled disclosure in every format, reads each back, and publishes only what agrees. */
export {}
