// One line of a plan's annex as data, and the short way to write it down.
import type { When } from '#domain/basics/when.ts'

export type DemoTask = {
  no: number
  title: string
  /** Single units as they are printed; `leadText` is the cell where it is not just these with commas between. */
  lead: readonly string[]
  leadText?: string
  coordinating: readonly string[]
  coordinatingText?: string
  windows: readonly { start: When; finish: When }[]
  /** The time cells where they are not one month each. */
  timeTexts?: readonly [start: string, finish: string]
}

export type TaskLine = Omit<DemoTask, 'no'>

export const education = 'Phòng Giáo dục và Đào tạo'
export const wards = 'Ủy ban nhân dân các phường'
export const schools = 'Các trường học'
export const bureau = 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân'
export const primaries = 'Các trường Tiểu học'
export const lowerSecondaries = 'Các trường Trung học cơ sở'

/** A task of one window, from a month to a month. */
export function line(
  title: string,
  lead: readonly string[],
  coordinating: readonly string[],
  start: string,
  finish: string,
  texts: Partial<TaskLine> = {},
): TaskLine {
  return {
    title,
    lead,
    coordinating,
    windows: [{ start: { month: start }, finish: { month: finish } }],
    ...texts,
  }
}

/** The annex numbers its lines from 1. */
export function numbered(lines: readonly TaskLine[]): DemoTask[] {
  return lines.map((one, index) => ({ no: index + 1, ...one }))
}
