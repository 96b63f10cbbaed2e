// Vitest's reporter of our count: leaves { passed, failed, skips } in the file that NAMHOC_TEST_RESULT names.
import { writeFileSync } from 'node:fs'

export default class CountReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const result = { passed: 0, failed: unhandledErrors.length, skips: [] }
    for (const module of modules) countModule(module, result)
    writeFileSync(process.env['NAMHOC_TEST_RESULT'], JSON.stringify(result))
  }
}

function countModule(module, result) {
  // A file that does not load, or a hook of a group that fails, has no failed test of its own.
  result.failed += module.errors().length
  for (const suite of module.children.allSuites()) result.failed += suite.errors().length
  for (const test of module.children.allTests()) {
    const { state, note } = test.result()
    if (state === 'passed') result.passed += 1
    else if (state === 'failed') result.failed += 1
    else
      result.skips.push({
        test: `${module.relativeModuleId}: ${test.fullName}`,
        reason: note ?? missingFor(test) ?? 'no reason given',
      })
  }
}

function missingFor(test) {
  for (let at = test; at !== undefined && at.type !== 'module'; at = at.parent) {
    const { missing } = at.meta()
    if (missing !== undefined) return missing
  }
  return null
}
