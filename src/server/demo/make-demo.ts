// Makes the demo in an empty database, through the services that people use. Run again, it finds itself and does nothing.
import type { Db } from '#server/database/connect.ts'
import { transact } from '#server/database/transact.ts'
import { createTenant, isSetUp } from '#server/people/set-up.service.ts'
import type { Ctx, PublicCtx } from '#server/platform/ctx.ts'
import type { Services } from '#server/platform/route.ts'
import { eventsSince, firstUnits, issuers, supervision } from './facts/demo-units.ts'
import { haiPhongTenant } from './facts/hai-phong.ts'
import { demoPassword } from './facts/person-facts.ts'
import { persons } from './facts/rule-persons.ts'
import { secondPersons, secondTenant, secondUnits } from './facts/second-tenant.ts'
import { makeAllocations } from './make-allocations.ts'
import { makeAmendment } from './make-amendment.ts'
import { makeFigures } from './make-figures.ts'
import { actingIn, makePeople } from './make-people.ts'
import { makeOwnPlans } from './make-own-plans.ts'
import { makePlans } from './make-plans.ts'
import { makeProgress } from './make-progress.ts'
import { makeReport } from './make-report.ts'
import { makeResults } from './make-results.ts'
import { makeSteps } from './make-steps.ts'
import { makeIssuers, makeSupervisions, makeUnits } from './make-units.ts'

export type Tell = (step: { vi: string; en: string }) => void

/** True when it made the demo, false when there was data already. */
export async function makeDemo(services: Services, tell: Tell): Promise<boolean> {
  if (await isSetUp(services.db)) return false
  // One transaction for each step would leave half a demo behind a kill; one for all is a second's work of the database.
  await transact(services.db, async (db) => {
    const ctx = demoContext(services, db)
    await makeFirst(ctx, tell)
    await makeSecond(ctx)
  })
  return true
}

function demoContext(services: Services, db: Db): PublicCtx {
  return {
    db,
    now: services.clock(),
    log: services.log,
    files: services.files,
    memory: services.memory,
    mail: services.mail,
    unitsChanged: services.unitsChanged,
    language: 'vi',
    request: { id: 'demo', ip: 'local', userAgent: null },
    keep: () => undefined,
    afterCommit: () => undefined,
    setCookie: () => undefined,
  }
}

async function makeFirst(base: PublicCtx, tell: Tell): Promise<void> {
  tell({ vi: 'Đang lập đơn vị…', en: 'Making the units…' })
  const { tenantId, ctx: system } = await createTenant(
    base,
    haiPhongTenant.name,
    haiPhongTenant.today,
    haiPhongTenant.tiers,
  )
  const ctx: Ctx = { ...system, actor: { kind: 'system', tenantId, name: 'Dữ liệu mẫu' } }
  const ids = await makeUnits(ctx, firstUnits, eventsSince)
  await makeSupervisions(ctx, ids, supervision)
  await makeIssuers(ctx, ids, issuers)
  tell({ vi: 'Đang lập tài khoản…', en: 'Making the accounts…' })
  const people = await makePeople(ctx, ids, persons, demoPassword)
  const acting = actingIn(ctx, tenantId, people)
  tell({ vi: 'Đang đọc và ban hành kế hoạch…', en: 'Reading and publishing the plan…' })
  await makePlans(acting, ids)
  await makeAmendment(acting, ids)
  await makeProgress(acting, ids)
  await makeSteps(acting, ids)
  tell({ vi: 'Đang thu số liệu…', en: 'Collecting figures…' })
  await makeFigures(ctx, acting, ids)
  await makeResults(acting, ids)
  await makeAllocations(acting, ids)
  await makeOwnPlans(acting, ids)
  await makeReport(acting, ids)
}

async function makeSecond(base: PublicCtx): Promise<void> {
  const { tenantId, ctx } = await createTenant(
    base,
    secondTenant.name,
    secondTenant.today,
    secondTenant.tiers,
  )
  const system: Ctx = { ...ctx, actor: { kind: 'system', tenantId, name: 'Dữ liệu mẫu' } }
  const ids = await makeUnits(system, secondUnits, [])
  await makePeople(system, ids, secondPersons, demoPassword)
}
