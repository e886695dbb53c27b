import { diagnose, type Diagnostic } from '../source/diagnostic.ts'

/** Says that a folder is no press room. */
export const missingSettings = (): Diagnostic =>
  diagnose({ file: 'press.yaml' }, undefined, 'missing-settings', 'Missing press.yaml', {
    hint: 'run the command in the folder that holds press.yaml, name that with --root, or make one with pressmark init',
  })
