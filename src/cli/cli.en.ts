import type { vi } from './cli.vi.ts'

export const en = {
  help: (
    version,
  ) => `Năm Học ${version}: the school year of a local authority, from the signed plan to the signed report

Usage: namhoc COMMAND [OPTIONS]

  start              runs the product; at first its first page sets up the authority and its administrator
  demo               runs with sample data, prints the address and the sample accounts
  read FILE          reads a document (DOCX, PDF, TXT), prints what it found as JSON (--json)
  check FILE         checks the figures of a document (--json, --explain)
  backup FILE        saves data and attached files
  restore FILE       restores from a backup
  user reset NAME    issues a new link to set an administrator's password

Common options
  --port NUMBER      port (or PORT in the environment), 4600 by default
  --host ADDRESS     address to listen on (HOST), 127.0.0.1 by default
  --data FOLDER      where the data are kept (DATA_DIR), data by default
  --files FOLDER     where attached files are kept (FILES_DIR), files inside the data folder by default
  --help, --version
DATABASE_URL puts the data on a PostgreSQL server.
Exit codes: 0 well, 1 could not be done, 2 wrong usage or settings.`,
  unknownCommand: (name) => `There is no command “${name}”. See: namhoc --help`,
  wrongOption: (reason) => `Wrong option: ${reason}`,
  wrongSettings: 'Wrong settings:',
  listening: (address) => `Năm Học is running at ${address}`,
  stopHint: 'Press Ctrl+C to stop.',
  stopping: 'Stopping…',
  directoryInUse: (pid) =>
    `The data folder is in use by process ${pid}. Stop it, or choose another folder with --data.`,
  portTaken: (port) =>
    `Port ${port} is taken by another program. Choose another one: --port ${port + 1}, or PORT in the environment.`,
  portNotAllowed: (port) =>
    `Port ${port} is not allowed here. Choose one from 1024 up: --port 4600, or PORT in the environment.`,
  databaseUnreachable: (message) => `The database (DATABASE_URL) cannot be reached: ${message}`,
  filesNotWritable: (path) =>
    `The files folder ${path} cannot be written to. Allow it, or choose another one with --files.`,
  failed: (message) => `It could not start: ${message}`,
  language: 'en',
  demoMade: 'The demo was made.',
  demoThere: 'The demo is there already.',
  demoPassword: (password) => `Sample accounts, one password for all: “${password}”`,
  fileNeeded: (command) => `Name the file: namhoc ${command} FILE`,
  backedUp: (file, rows, files) => `Saved ${rows} rows and ${files} files to ${file}`,
  restored: (rows, files) => `Restored ${rows} rows and ${files} files.`,
  cannotRestore: {
    not_a_backup: 'This file is no backup of Năm Học. Nothing has changed.',
    incomplete: 'The end of the backup is missing (was it copied wholly?). Nothing has changed.',
    newer_than_program: 'The backup was made by a newer version. Upgrade Năm Học, then restore again.',
    not_empty: 'There is data already. Restore into an empty data directory or database.',
    file_damaged: 'A file in the backup is damaged. Nothing has changed.',
  },
  fileNotReadable: (file) => `The file ${file} cannot be read.`,
  administrators: 'Administrators:',
  noAdministrator: 'There is no administrator yet. Run namhoc start and open the first page.',
  unknownUser: (name) => `There is no active account “${name}”. See the list: namhoc user`,
  linkIssued: (name, until) => `The link above lets ${name} set a password, once, until ${until}.`,
  serverSilent: 'The program runs but does not answer. Stop it and try again.',
} satisfies typeof vi
