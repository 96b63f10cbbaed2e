// Every screen of the registry with an address in the demo and the person who opens it: the scan and the pictures walk it.
import { readFileSync } from 'node:fs'
import type { BrowserContext } from 'playwright-core'
import { peopleContract } from '#contract/people.ts'
import { amendmentsContract } from '#contract/plan-amendments.ts'
import { plansContract } from '#contract/plans.ts'
import { reportsContract } from '#contract/reports.ts'
import { submissionsContract } from '#contract/submissions.ts'
import { targetsContract } from '#contract/targets.ts'
import { unitsContract } from '#contract/units.ts'
import { allocationContract } from '#contract/allocation.ts'
import { followingContract } from '#contract/following.ts'
import { parseSchoolYear, type SchoolYear } from '#domain/basics/school-year.ts'
import { demoPassword } from '#server/demo/facts/person-facts.ts'
import { call } from './api.ts'

export type Visit = { name: string; userName: string; address: string }

const year = '2024-2025'

type Ids = {
  plan: string
  target: string
  amendment: string
  shared: string
  draft: string
  task: string
  report: string
  unit: string
  person: string
  round: string
  submission: string
}
type Entry = { userName?: string; address: (ids: Ids) => string }

// One line for each screen of routes.tsx; a screen without one fails the scan.
const visits: Readonly<Record<string, Entry>> = {
  work: { address: () => 'work' },
  overview: { address: () => 'overview' },
  plans: { address: () => 'plans' },
  'plans/upload': { address: () => 'plans/upload' },
  'plans/$planId': { address: ({ plan }) => `plans/${plan}` },
  'plans/$planId/review': { address: ({ draft }) => `plans/${draft}/review` },
  'plans/$planId/amendments': { address: ({ plan }) => `plans/${plan}/amendments` },
  'plans/$planId/amendments/$amendmentId': {
    address: ({ plan, amendment }) => `plans/${plan}/amendments/${amendment}`,
  },
  'plans/$planId/as-of': { address: ({ plan }) => `plans/${plan}/as-of` },
  'plans/$planId/targets': { address: ({ plan }) => `plans/${plan}/targets` },
  'plans/$planId/targets/$targetId': { address: ({ plan, shared }) => `plans/${plan}/targets/${shared}` },
  'plans/$planId/given': { address: ({ plan }) => `plans/${plan}/given` },
  'unit-plans': { address: () => 'unit-plans' },
  'given-targets/{-$targetId}': { address: () => 'given-targets' },
  'tasks/{-$taskId}': { address: ({ task }) => `tasks/${task}` },
  'tasks/calendar': { address: () => 'tasks/calendar' },
  urgings: { address: () => 'urgings' },
  rounds: { address: () => 'rounds' },
  'rounds/new': { address: () => 'rounds/new' },
  'rounds/all': { address: () => 'rounds/all' },
  'rounds/$roundId': { address: ({ round }) => `rounds/${round}` },
  'rounds/$roundId/$unitId': { address: ({ round, unit }) => `rounds/${round}/${unit}` },
  'submissions/$submissionId': { address: ({ submission }) => `submissions/${submission}` },
  'targets/{-$targetId}': { address: ({ target }) => `targets/${target}` },
  indicators: { address: () => 'indicators' },
  'indicators/$code': { address: () => 'indicators/nu.tieu-hoc' },
  reports: { address: () => 'reports' },
  'reports/$reportId': { address: ({ report }) => `reports/${report}` },
  'units/{-$unitId}': { userName: 'van', address: ({ unit }) => `units/${unit}` },
  'units/merge': { userName: 'van', address: () => 'units/merge' },
  'units/audience': { userName: 'van', address: () => 'units/audience' },
  'units/import': { userName: 'van', address: () => 'units/import' },
  'people/{-$personId}': { userName: 'van', address: ({ person }) => `people/${person}` },
  audit: { userName: 'van', address: () => 'audit' },
  settings: { userName: 'quan', address: () => 'settings' },
  account: { address: () => 'account' },
}

// Read as text: importing the registry would bundle every screen into the program that takes the pictures.
function registered(): string[] {
  const source = readFileSync('src/web/routes.tsx', 'utf8')
  const table = source.slice(source.indexOf('export const screens'), source.indexOf('} as const'))
  return [...table.matchAll(/^ {2}(?:'([^']+)'|(\w+)): \{/gm)].map(([, quoted, bare]) => quoted ?? bare ?? '')
}

/** Screens of the registry that this list forgot. */
export function forgottenScreens(): string[] {
  return registered().filter((path) => visits[path] === undefined)
}

/** Where each screen is found in a running demo. A draft is uploaded, because the demo's plans are all published. */
export async function visitsOf(officer: BrowserContext): Promise<Visit[]> {
  await signInOver(officer, 'lan')
  const ids = await findIds(officer)
  return registered().flatMap((path) => {
    const entry = visits[path]
    return entry === undefined
      ? []
      : [
          {
            name: path.replaceAll(/[^a-z]+/gi, '-').replaceAll(/^-|-$/g, ''),
            userName: entry.userName ?? 'lan',
            address: `/${entry.userName === 'quan' ? 'HP' : 'HA'}/${year}/${entry.address(ids)}`,
          },
        ]
  })
}

export async function signInOver(context: BrowserContext, userName: string): Promise<void> {
  await call(context, peopleContract.signIn, { body: { name: userName, password: demoPassword } })
}

async function findIds(officer: BrowserContext): Promise<Ids> {
  const schoolYear: SchoolYear | null = parseSchoolYear(year)
  if (schoolYear === null) throw new Error('no school year')
  const { unitId } = await call(officer, unitsContract.findUnitByCode, { params: { code: 'HA' } })
  const school = await call(officer, unitsContract.findUnitByCode, { params: { code: 'HA-TH-DANGHAI' } })
  const [plan] = await call(officer, plansContract.listPlans, { query: { unitId, schoolYear } })
  const work = await call(officer, followingContract.listWork, {
    query: { unitId, schoolYear, reach: 'below' },
  })
  const [report] = await call(officer, reportsContract.listReports, { query: { unitId, schoolYear } })
  const rounds = await call(officer, submissionsContract.listRounds, { query: { unitId, schoolYear } })
  const round = rounds.find((line) => line.round.standing === 'open') ?? rounds[0]
  const { lines } = await call(officer, submissionsContract.getMatrix, {
    query: { unitId, schoolYear, ...(round === undefined ? {} : { roundId: round.round.roundId }) },
  })
  const submission = lines.flatMap((line) => line.cells).find((cell) => cell?.state === 'sent')?.submissionId
  const { personId } = await call(officer, peopleContract.getSession)
  const { rows: targets } = await call(officer, targetsContract.listTargets, {
    query: { unitId, schoolYear },
  })
  const ofPlan = plan === undefined ? null : { params: { planId: plan.planId } }
  const amendments = ofPlan === null ? [] : await call(officer, amendmentsContract.listAmendments, ofPlan)
  const shares = ofPlan === null ? null : await call(officer, allocationContract.listAllocations, ofPlan)
  return {
    plan: plan?.planId ?? '',
    amendment: amendments[0]?.amendmentId ?? '',
    shared: shares?.targets.find((line) => line.givenNo > 0)?.target.targetId ?? '',
    target: targets[0]?.targetId ?? '',
    draft: await draftOf(officer, unitId, plan?.planId ?? ''),
    task: work.rows[0]?.taskId ?? '',
    report: report?.reportId ?? '',
    unit: school.unitId,
    person: personId,
    round: round?.round.roundId ?? '',
    submission: submission ?? '',
  }
}

async function draftOf(officer: BrowserContext, unitId: string, planId: string): Promise<string> {
  const file = await officer.request.get(`/api/plans/${planId}/file`)
  const answer = await officer.request.post(
    `/api/units/${unitId}/plans?fileName=${encodeURIComponent('Kế hoạch năm học.docx')}&schoolYear=${year}`,
    {
      data: await file.body(),
      headers: { 'x-csrf': '1', 'content-type': 'application/octet-stream' },
    },
  )
  if (!answer.ok()) throw new Error(await answer.text())
  return plansContract.uploadPlan.reply.parse(await answer.json()).planId
}
