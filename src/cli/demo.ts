// namhoc demo: the product on the demo's data, made the first time; the address and the accounts are printed.
import type { DemoAccounts } from '#server/platform/route.ts'
import { parseOptions, settingsFor, wrongUsage } from './options.ts'
import { say } from './say.ts'
import { serve } from './start.ts'

export async function demo(args: string[]): Promise<number> {
  const parsed = parseOptions(args, {})
  if (parsed === null) return wrongUsage
  // Beside the data of a real installation, never in it.
  const settings = await settingsFor({
    ...parsed.values,
    data: parsed.values['data'] ?? process.env['DATA_DIR'] ?? 'data-demo',
  })
  if (settings === null) return wrongUsage
  const { demoPassword } = await import('#server/demo/facts/person-facts.ts')
  const { shownAccounts } = await import('#server/demo/facts/persons.ts')
  const accounts: DemoAccounts = {
    password: demoPassword,
    accounts: shownAccounts.map(({ userName, vi, en }) => ({ userName, what: { vi, en } })),
  }
  return await serve(
    settings,
    () => new Date(),
    accounts,
    async (ground) => {
      const { makeDemo } = await import('#server/demo/make-demo.ts')
      const made = await makeDemo(ground.services, (step) =>
        say((texts) => (texts.language === 'vi' ? step.vi : step.en)),
      )
      say(
        (texts) =>
          `${made ? texts.demoMade : texts.demoThere}\n${texts.demoPassword(demoPassword)}\n${shownAccounts.map((account) => `  ${account.userName.padEnd(8)} ${account[texts.language]}`).join('\n')}`,
      )
    },
  )
}
