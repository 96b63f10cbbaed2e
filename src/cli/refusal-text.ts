import type { CannotStart } from '#server/main.ts'
import type { vi } from './cli.vi.ts'

export function refusalText(texts: typeof vi, refusal: CannotStart['refusal']): string {
  switch (refusal.reason) {
    case 'directory_in_use':
      return texts.directoryInUse(refusal.pid)
    case 'port_taken':
      return texts.portTaken(refusal.port)
    case 'port_not_allowed':
      return texts.portNotAllowed(refusal.port)
    case 'database_unreachable':
      return texts.databaseUnreachable(refusal.message)
    case 'files_not_writable':
      return texts.filesNotWritable(refusal.path)
    case 'failed':
      return texts.failed(refusal.message)
  }
}
