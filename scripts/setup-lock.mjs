// One set-up at a time in a folder: two commands started together wait for each other instead of trampling.
import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from 'node:fs'

// The holder touches its lock every 5 s; one untouched for a minute belongs to a process that is gone, whoever
// carries its number now.
const beatMs = 5_000
const staleMs = 60_000
const pollMs = 200

export async function withLock(file, work) {
  let waiting = false
  while (!take(file)) {
    if (!waiting)
      process.stderr.write('Chờ một lần chuẩn bị khác xong… / Waiting for another set-up to finish…\n')
    waiting = true
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
  const beat = setInterval(() => touch(file), beatMs)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    remove(file)
  }
}

function take(file) {
  try {
    const handle = openSync(file, 'wx')
    writeSync(handle, String(process.pid))
    closeSync(handle)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    dropIfDead(file)
    return false
  }
}

function dropIfDead(file) {
  const holder = read(file)
  if (holder === null || !isDead(holder)) return
  // Renaming is atomic: of two that find the same dead lock one gets it; had it been renewed meanwhile, it is put back.
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (error.code === 'ENOENT') return
    throw error
  }
  const taken = read(aside)
  if (taken !== null && taken.text !== holder.text) linkSync(aside, file)
  remove(aside)
}

function read(file) {
  try {
    return { text: readFileSync(file, 'utf8'), ageMs: Date.now() - statSync(file).mtimeMs }
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

function isDead({ text, ageMs }) {
  if (ageMs > staleMs) return true
  // Just made, its number not yet written.
  if (text === '') return false
  try {
    process.kill(Number(text), 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

function touch(file) {
  try {
    utimesSync(file, new Date(), new Date())
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

function remove(file) {
  try {
    unlinkSync(file)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}
