// Refuses an old Node in words. First import of every way in, and written for the old Node that must still read it.
const parts = process.versions.node.split('.')
if (Number(parts[0]) < 20 || (Number(parts[0]) === 20 && Number(parts[1]) < 19)) {
  process.stderr.write(
    'Năm Học cần Node.js 20.19 trở lên (nên dùng 24); máy này đang có ' +
      process.versions.node +
      '.\nNăm Học needs Node.js 20.19 or newer (24 is recommended); this machine has ' +
      process.versions.node +
      '.\n',
  )
  process.exit(1)
}
