/** Where each bundle begins. */
export const FUNCTION = 'functions/golden-images/main.ts'
export const NATIVE_FUNCTION = 'functions/golden-images/native.ts'
export const COMMANDS = 'src/cli/main.ts'
