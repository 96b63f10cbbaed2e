/**
 * Every screen there is. A slice adds one line, and nothing else, to make a screen reachable:
 *
 *   'plans/$planId': { load: () => import('#web/plans/plan-screen.tsx').then((file) => file.PlanScreen), opens: 'plan' },
 *
 * The path stands under /$unit/$year: '/HA/2024-2025/plans/0197…'. A segment '$planId' is given to the screen as the prop
 * `planId`; '{-$unitId}' may be missing (null), for a list with its detail beside it. The unit and the year themselves
 * come from usePlace(). `menu` names the entry of the main menu (shell/menu.ts) that opens it: the entry shows as soon as
 * its screen stands here. `opens` makes it the page to which search hits and notices of that kind lead. The path
 * 'account' is the person's own page.
 */
export const screens = {
  work: {
    load: () => import('#web/overview/my-work-screen.tsx').then((file) => file.MyWorkScreen),
    menu: 'work',
  },
  overview: {
    load: () => import('#web/overview/overview-screen.tsx').then((file) => file.OverviewScreen),
    menu: 'overview',
  },
  plans: {
    load: () => import('#web/plans/plans-screen.tsx').then((file) => file.PlansScreen),
    menu: 'plans',
  },
  'plans/upload': {
    load: () => import('#web/plans/upload-screen.tsx').then((file) => file.UploadPlanScreen),
  },
  'plans/$planId': {
    load: () => import('#web/plans/plan-screen.tsx').then((file) => file.PlanScreen),
    opens: 'plan',
  },
  'plans/$planId/review': {
    load: () => import('#web/targets/written-plan-screen.tsx').then((file) => file.WrittenPlanScreen),
  },
  'plans/$planId/amendments': {
    load: () => import('#web/plans/amendments-screen.tsx').then((file) => file.AmendmentsScreen),
  },
  'plans/$planId/amendments/$amendmentId': {
    load: () => import('#web/plans/amendment-screen.tsx').then((file) => file.AmendmentScreen),
  },
  'plans/$planId/as-of': {
    load: () => import('#web/plans/as-of-screen.tsx').then((file) => file.AsOfScreen),
  },
  'plans/$planId/targets': {
    load: () => import('#web/allocation/targets-screen.tsx').then((file) => file.PlanTargetsScreen),
  },
  'plans/$planId/targets/$targetId': {
    load: () => import('#web/allocation/allocation-screen.tsx').then((file) => file.AllocationScreen),
  },
  'plans/$planId/given': {
    load: () => import('#web/cascade/given-screen.tsx').then((file) => file.GivenScreen),
  },
  'unit-plans': {
    load: () => import('#web/cascade/unit-plans-screen.tsx').then((file) => file.UnitPlansScreen),
  },
  'given-targets/{-$targetId}': {
    load: () => import('#web/allocation/given-targets-screen.tsx').then((file) => file.GivenTargetsScreen),
    opens: 'given_target',
  },
  'tasks/{-$taskId}': {
    load: () => import('#web/following/tasks-screen.tsx').then((file) => file.TasksScreen),
    menu: 'tasks',
    opens: 'task',
  },
  urgings: {
    load: () => import('#web/following/urgings-screen.tsx').then((file) => file.UrgingsScreen),
  },
  'tasks/calendar': {
    load: () => import('#web/following/calendar-screen.tsx').then((file) => file.CalendarScreen),
  },
  'units/{-$unitId}': {
    load: () => import('#web/units/units-screen.tsx').then((file) => file.UnitsScreen),
    menu: 'units',
    opens: 'unit',
  },
  'units/merge': {
    load: () => import('#web/units/merge-screen.tsx').then((file) => file.MergeScreen),
  },
  'units/audience': {
    load: () => import('#web/units/audience-screen.tsx').then((file) => file.AudienceScreen),
  },
  'units/import': {
    load: () => import('#web/people/import-screen.tsx').then((file) => file.ImportScreen),
  },
  rounds: {
    load: () => import('#web/submissions/rounds-screen.tsx').then((file) => file.RoundsScreen),
    menu: 'figures',
  },
  'rounds/new': {
    load: () => import('#web/submissions/open-round-screen.tsx').then((file) => file.OpenRoundScreen),
  },
  'rounds/all': { load: () => import('#web/submissions/round-screen.tsx').then((file) => file.MatrixScreen) },
  'rounds/$roundId': {
    load: () => import('#web/submissions/round-screen.tsx').then((file) => file.RoundScreen),
    opens: 'round',
  },
  'rounds/$roundId/$unitId': {
    load: () => import('#web/submissions/form-screen.tsx').then((file) => file.FormScreen),
  },
  'submissions/$submissionId': {
    load: () => import('#web/submissions/form-screen.tsx').then((file) => file.SubmissionScreen),
    opens: 'submission',
  },
  'targets/{-$targetId}': {
    load: () => import('#web/targets/targets-screen.tsx').then((file) => file.TargetsScreen),
    menu: 'targets',
  },
  indicators: {
    load: () => import('#web/indicators/indicators-screen.tsx').then((file) => file.IndicatorsScreen),
  },
  'indicators/$code': {
    load: () => import('#web/indicators/sources-screen.tsx').then((file) => file.SourcesScreen),
  },
  reports: {
    load: () => import('#web/reports/reports-screen.tsx').then((file) => file.ReportsScreen),
    menu: 'reports',
  },
  'reports/$reportId': {
    load: () => import('#web/reports/report-screen.tsx').then((file) => file.ReportScreen),
  },
  'people/{-$personId}': {
    load: () => import('#web/people/people-screen.tsx').then((file) => file.PeopleScreen),
    menu: 'people',
    opens: 'person',
  },
  audit: {
    load: () => import('#web/people/audit-screen.tsx').then((file) => file.AuditScreen),
    menu: 'audit',
  },
  settings: {
    load: () => import('#web/people/settings-screen.tsx').then((file) => file.SettingsScreen),
    menu: 'settings',
  },
  account: {
    load: () => import('#web/people/account-screen.tsx').then((file) => file.AccountScreen),
  },
} as const

/** Pages before sign-in, at the root. They fill shell/outside-frame.tsx. */
export const outside = {
  '/sign-in': { load: () => import('#web/people/sign-in-screen.tsx').then((file) => file.SignInScreen) },
  '/set-up': { load: () => import('#web/people/set-up-screen.tsx').then((file) => file.SetUpScreen) },
  '/link': { load: () => import('#web/people/link-screen.tsx').then((file) => file.LinkScreen) },
}

declare module '#web/platform/registered.ts' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be added to from outside
  interface Registered {
    readonly path: keyof typeof screens
  }
}
