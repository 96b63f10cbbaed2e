// A world in which something of everything is there, for tests that go over all endpoints.
import type { AnyEndpoint } from '#contract/endpoint.ts'
import { approved, aRound, save, scaleCells, sent } from './figures.ts'
import { aPlanWithTargets, saveShares } from './allocation.ts'
import { anAmendment } from './amendments.ts'
import { aFullDraft, assignmentOf, schools } from './plans.ts'
import type { Scene } from './route-test.ts'
import { noBasis } from './units.ts'
import type { Known } from './valid-call.ts'

/** The ids to put into an endpoint's path, query and body. */
export async function livedIn(scene: Scene): Promise<(endpoint: AnyEndpoint) => Known[]> {
  const { units, people } = scene.world
  const published = await aPlanWithTargets(scene)
  const shared = await saveShares(scene, published.targets[0], 0)
  const amendment = await anAmendment(scene, published.planId, published.tasks[2])
  const draft = await aFullDraft(scene)
  const assignmentId = await assignmentOf(scene, published.tasks[1], units.primary)
  const evidence = await scene.as.mai.upload(
    'POST',
    `/api/assignments/${assignmentId}/evidence?fileName=a.txt`,
    new TextEncoder().encode('Biên bản kiểm tra nội bộ'),
  )
  const progress = await scene.as.mai.post(`/api/assignments/${assignmentId}/windows/1/progress`, {
    version: 1,
    status: 'under_way',
    percent: 40,
    note: 'Đã lập kế hoạch',
    evidence: [evidence.json],
  })
  if (progress.status !== 200) throw new Error(JSON.stringify(progress.json))
  const entry = await scene.db.selectFrom('progress_entry').select('id').executeTakeFirstOrThrow()
  const returned = await assignmentOf(scene, published.tasks[1], units.interior)
  const back = await scene.as.hung.post(`/api/assignments/${returned}/steps`, {
    version: 1,
    move: 'return',
    reason: 'Không thuộc nhiệm vụ của phòng',
  })
  if (back.status !== 204) throw new Error(JSON.stringify(back.json))
  // One window only: the others are left to be urged.
  const urge = await scene.as.hung.post('/api/urgings', {
    unitId: units.haiAn,
    schoolYear: '2024-2025',
    keys: [{ assignmentId, windowNo: 1 }],
    message: null,
  })
  if (urge.status !== 200) throw new Error(JSON.stringify(urge.json))
  const urging = await scene.db.selectFrom('urging').select('id').executeTakeFirstOrThrow()
  const ownPlan = await scene.as.mai.post(`/api/units/${units.primary}/own-plan`, {
    schoolYear: '2024-2025',
    title: 'Kế hoạch của trường',
  })
  const items = (await scene.as.mai.get(`/api/plans/${ownPlan.json.planId}`)).json
  await scene.as.mai.post(`/api/plans/${ownPlan.json.planId}/review`, {
    taskIds: items.tasks.map((task: { taskId: string }) => task.taskId),
    targetIds: items.targets.map((target: { targetId: string }) => target.targetId),
  })
  const roundId = await aRound(scene)
  const waiting = await sent(scene.as.mai, roundId, units.primary, scaleCells(['primary']))
  const done = await aRound(scene, { period: 'start', title: 'Quy mô đầu năm học 2024-2025' })
  const counted = await approved(scene, scene.as.mai, done, units.primary, scaleCells(['primary']))
  const before = await aRound(scene, { schoolYear: '2023-2024', title: 'Quy mô giữa năm học 2023-2024' })
  const begun = await save(scene.as.mai, before, units.primary, scaleCells(['primary']))
  const plan = await scene.as.hung.upload(
    'POST',
    `/api/units/${units.haiAn}/plans?fileName=ke-hoach.txt&schoolYear=2024-2025`,
    new TextEncoder().encode('KẾ HOẠCH\nNăm học 2024-2025'),
  )
  const report = await scene.as.hung.post(`/api/units/${units.haiAn}/reports`, {
    schoolYear: '2024-2025',
    period: 'start',
    title: 'Báo cáo đầu năm học',
  })
  const person = await scene.as.quang.get(`/api/people/${people.cuc.personId}`)
  const own = await scene.as.quang.get('/api/session')
  const tiers = await scene.as.quang.get('/api/tiers')
  const holiday = await scene.as.quang.put('/api/holidays/2025-03-04', {
    version: 0,
    kind: 'off',
    name: 'Ngày truyền thống',
    toCheck: false,
  })
  const feed = await scene.as.hung.post('/api/calendar-feeds', { unitId: units.haiAn })
  for (const reply of [evidence, plan, ownPlan, report, person, own, tiers, holiday, feed])
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.json))
  const common: Known = {
    unitId: units.haiAn,
    under: units.haiAn,
    scopeUnitId: units.haiAn,
    parentId: units.haiAn,
    supervisorId: units.education,
    unit: units.primary,
    units: [units.secondary],
    moves: [],
    except: [],
    validTo: '2030-12-31',
    symbolSuffix: 'UBND',
    printedName: 'Phòng Nội vụ',
    personId: people.cuc.personId,
    personIds: [people.cuc.personId],
    membershipId: person.json.memberships[0].membershipId,
    sessionId: own.json.sessionId,
    code: 'TH-DL',
    tierCode: 'province',
    tier: null,
    planId: draft.planId,
    taskId: draft.tasks[0],
    taskIds: [draft.tasks[0]],
    targetId: draft.targets[0],
    targetIds: [draft.targets[0]],
    dutyId: draft.duties[0],
    dutyIds: [draft.duties[0]],
    assignmentId,
    windowNo: 1,
    progressId: entry.id,
    urgingId: urging.id,
    sha256: evidence.json.sha256,
    roundId,
    submissionId: waiting.submissionId,
    reportId: report.json.reportId,
    version: 1,
    formCode: 'quy-mo',
    schoolYear: '2024-2025',
    period: 'end',
    opensOn: '2025-01-06',
    closesOn: '2025-01-25',
    audience: schools.audience,
    basis: noBasis,
    status: 'under_way',
    percent: 50,
    userName: 'nguoi.moi',
    signInPhone: null,
    asOf: '2025-01-20',
    on: '2025-01-20',
    search: 'dang lam',
    text: 'dang lam',
    fileName: 'tep.txt',
    name: 'Phòng Nội vụ',
    dryRun: false,
    width: 12,
    calendarYear: 2025,
    year: 2025,
  }
  return (endpoint) => {
    const known = { ...common, ...special(endpoint) }
    // A unit that is founded is named by a key of the caller's, all others by their ids.
    return endpoint.path === '/api/unit-events'
      ? [{ ...known, code: 'MN-MOI', unit: 'new:truong' }, known]
      : [known]
  }

  function special(endpoint: AnyEndpoint): Known {
    const { path } = endpoint
    if (path === '/api/units/:unitId') return { unitId: units.primary }
    if (path === '/api/plans/:planId/text') return { version: 0 }
    if (path === '/api/plans/:planId/split') return { kind: 'target', itemId: draft.targets[0] }
    if (path === '/api/plans/:planId/merge')
      return { kind: 'duty', itemId: draft.duties[0], nextId: draft.duties[1], nextVersion: 1 }
    if (path === '/api/targets/:targetId/measure')
      return { targetId: published.targets[0], version: 0, indicatorCode: 'hoc-sinh.tong' }
    if (path.startsWith('/api/targets/'))
      return { targetId: published.targets[0], value: 80, asOf: '2025-01-15' }
    if (path === '/api/tasks/:taskId') return { taskId: published.tasks[1] }
    if (path === '/api/holidays/:day') return { day: '2025-03-03', version: 0 }
    if (path === '/api/holidays/:day/remove') return { day: '2025-03-04', version: 1 }
    if (path === '/api/forms/:code') return { code: 'quy-mo' }
    if (path === '/api/indicators/:code/sources') return { code: 'hoc-sinh.tong', period: 'start' }
    if (path === '/api/rounds/:roundId/units/:unitId/submission')
      return { roundId: before, unitId: units.primary, version: begun.version }
    if (path === '/api/submissions/:submissionId/send') return begun
    if (path === '/api/plans/:planId/file' || path === '/api/plans/:planId/source')
      return { planId: plan.json.planId }
    if (/(contact|issuer|urging-rule)$/.test(path)) return { version: 0 }
    if (path === '/api/submissions/:submissionId/reopen')
      return { submissionId: counted.submissionId, version: counted.version }
    if (path.startsWith('/api/submissions/')) return { version: waiting.version }
    if (path === '/api/assignments/:assignmentId/steps')
      return { move: 'return', version: 2, reason: 'Nhầm đơn vị' }
    if (path === '/api/assignments/:assignmentId/windows/:windowNo/steps')
      return { move: 'ask', version: progress.json.version, reason: 'Chờ kinh phí', dueOn: '2025-03-31' }
    if (path === '/api/assignments/:assignmentId/holder') return { version: 2 }
    if (path === '/api/assignments/pass-on') return { assignmentIds: [returned], toUnitId: units.ward }
    if (path.endsWith('/progress')) return { version: progress.json.version, evidence: [evidence.json] }
    if (/^\/api\/plans\/:planId\/(amendments|as-of|joined)$/.test(path))
      return { planId: published.planId, day: '2025-01-20' }
    if (path === '/api/plans/:planId/issue') return { planId: published.planId, version: 2 }
    if (path === '/api/plan-items/:itemId/amendments') return { itemId: published.tasks[1] }
    if (path.startsWith('/api/plan-amendments/'))
      return {
        ...amendment,
        kind: 'task',
        act: 'end',
        itemId: published.tasks[0],
        after: null,
        ...(path.endsWith('/entries') ? { entryId: null } : {}),
      }
    if (path === '/api/units/:unitId/given' || path === '/api/units/:unitId/own-plan')
      return { unitId: units.primary }
    if (path === '/api/plans/:planId/moves')
      return { planId: ownPlan.json.planId, move: 'submit', reason: null }
    if (path === '/api/plans/:planId/take-up')
      return { planId: ownPlan.json.planId, assignmentIds: [assignmentId], targetIds: [] }
    if (path === '/api/plans/:planId/allocations') return { planId: published.planId }
    if (path.startsWith('/api/plan-targets/:targetId/'))
      return {
        targetId: published.targets[0],
        version: shared,
        shares: [],
        source: 'indicator:2024-2025:start:hoc-sinh.tieu-hoc',
      }
    if (path === '/api/units/:unitId/given-targets') return { unitId: units.primary }
    if (path.startsWith('/api/urgings')) return { keys: null }
    if (path.startsWith('/api/calendar'))
      return { feedId: feed.json.feedId, token: feed.json.address.split('/')[3] }
    if (path === '/api/account/mail') return { version: 0 }
    if (path === '/api/sheets') return { rows: [['Dòng một']] }
    if (path === '/api/tiers') return { tiers: tiers.json }
    if (path === '/api/session') return { name: 'quang' }
    return {}
  }
}
