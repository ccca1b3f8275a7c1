/** Where each bundle begins. */
export const FUNCTION = 'functions/golden-images/main.ts'
export const NATIVE_FUNCTION = 'functions/golden-images/native.ts'
export const COMMANDS = 'src/cli/main.ts'
/** All that opens connections: the commands that may load it when they must. */
export const REGISTRY = 'src/registry/ask-registries.ts'
