export { build, type BuildOptions, type BuildReport, type BuiltRelease } from './build/build.ts'
export { openPressRoom } from './press-room/open.ts'
export type { PressRoom } from './press-room/press-room.ts'
export type { Diagnostic, Outcome, Severity } from './source/diagnostic.ts'
