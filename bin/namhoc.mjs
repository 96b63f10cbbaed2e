#!/usr/bin/env node
// The product's command: makes the clone ready where it is not (said on standard error), then runs the bundle.
import { endOnFailedSetUp, ensure } from '../scripts/ensure.mjs'

await ensure().catch(endOnFailedSetUp)
await import('../dist/namhoc.mjs')
