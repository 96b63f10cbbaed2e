// The annex of the plan of quận Hải An for 2024-2025: the 41 lines with their units, months and roles, told in our words.
// What is odd in the signed plan is odd here too: line 11 names the wards in both columns, line 30 gives a contest of
// lower secondary schools to the primary ones.
import { type DemoTask, numbered } from './plan-task.ts'
import { tasksOf2024 } from './plan-tasks-2024.ts'
import { tasksOf2025 } from './plan-tasks-2025.ts'

export const planTasks: readonly DemoTask[] = numbered([...tasksOf2024, ...tasksOf2025])
