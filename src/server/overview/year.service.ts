// A school year at a glance for who answers for it. Every number is that of a list, which it leads to.
import type { z } from 'zod'
import type { overviewContract } from '#contract/overview.ts'
import { roundStanding } from '#domain/submissions/round.ts'
import { overviewOf } from '#server/following/following.service.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { listRoundsOf } from '#server/submissions/rounds.service.ts'
import { listTargets } from '#server/targets/targets.service.ts'
import { getUnitFor } from '#server/units/units.service.ts'

type Contract = typeof overviewContract
type Question = z.output<Contract['getYear']['query']>
type YearPage = z.output<Contract['getYear']['reply']>

const mostUnits = 10
const mostTasks = 6

export async function getYear(ctx: Ctx, { unitId, schoolYear }: Question): Promise<YearPage> {
  const unit = await getUnitFor(ctx, 'assignment.overview', unitId)
  const { plan, counts, groups } = await listTargets(ctx, { unitId, schoolYear })
  const work = await overviewOf(ctx, { under: unit.path, schoolYear }, { units: mostUnits, tasks: mostTasks })
  return {
    plan,
    targets: counts === null || plan?.issuerUnitId !== unitId ? null : { counts, groups },
    work: sumOf(work.months),
    months: work.months,
    unitsBehind: work.behind,
    unitsLate: work.unitsLate,
    willBeLate: work.willBeLate,
    waiting: work.waiting,
    rounds: await roundsUnderWay(ctx, { unitId, schoolYear }),
  }
}

function sumOf(months: YearPage['months']): YearPage['work'] {
  const sum = { late: 0, due_soon: 0, open: 0, later: 0, done: 0 }
  for (const { month: _month, ...row } of months) {
    sum.late += row.late
    sum.due_soon += row.due_soon
    sum.open += row.open
    sum.later += row.later
    sum.done += row.done
  }
  return sum
}

async function roundsUnderWay(ctx: Ctx, question: Question): Promise<YearPage['rounds']> {
  const rounds = await listRoundsOf(ctx, question.unitId, question.schoolYear)
  return rounds
    .filter(({ round, counts }) => counts.asked > 0 && roundStanding(round, ctx.today) === 'open')
    .map(({ round, counts }) => ({
      roundId: round.roundId,
      title: round.title,
      closesOn: round.closesOn,
      asked: counts.asked,
      sent: counts.sent,
      approved: counts.approved,
    }))
}
