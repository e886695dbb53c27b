// Writes down which files a program loads: node --require ./loaded-modules.cjs, with LOADED_MODULES as the file to add them to.
const { appendFileSync } = require('node:fs')

for (const [extension, load] of Object.entries(require.extensions))
  require.extensions[extension] = (module, file) => {
    appendFileSync(process.env.LOADED_MODULES, `${file}\n`)
    load(module, file)
  }
