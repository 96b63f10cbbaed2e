// What works by itself for a tenant, without a request: the same services with the system as the actor.
import { businessDate, type LocalDate } from '#domain/basics/dates.ts'
import type { TenantId } from '#domain/basics/ids.ts'
import type { Db } from './database/connect.ts'
import type { Ctx } from './platform/ctx.ts'
import type { Services } from './platform/route.ts'

export function systemCtx(
  services: Services,
  db: Db,
  tenant: { tenantId: TenantId; businessDate: LocalDate | null },
  work: string,
): Ctx {
  const now = services.clock()
  return {
    db,
    now,
    log: services.log,
    files: services.files,
    memory: services.memory,
    mail: services.mail,
    unitsChanged: services.unitsChanged,
    language: 'vi',
    request: { id: work, ip: 'local', userAgent: null },
    keep: () => undefined,
    afterCommit: () => undefined,
    setCookie: () => undefined,
    tenantId: tenant.tenantId,
    sessionId: null,
    today: tenant.businessDate ?? businessDate(now.getTime(), 'Asia/Ho_Chi_Minh'),
    actor: { kind: 'system', tenantId: tenant.tenantId, name: 'Năm Học' },
  }
}
