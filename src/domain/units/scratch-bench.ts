export { buildNameIndex, matchName } from './match.ts'
