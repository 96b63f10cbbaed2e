import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { speakOurLanguage } from './aria-texts.ts'
import './tabs.css'

export type TabsProps<T extends string> = {
  label: string
  tabs: readonly { value: T; text: string; count?: string; content: ReactNode }[]
  /** Which one is open; keep it in the address (useFilter). */
  value: T
  onChange: (value: T) => void
}

speakOurLanguage()

export function Tabs<T extends string>({ label, tabs, value, onChange }: TabsProps<T>) {
  return (
    <AriaTabs
      className="tabs"
      selectedKey={value}
      onSelectionChange={(key) => {
        const tab = tabs.find((known) => known.value === key)
        if (tab !== undefined) onChange(tab.value)
      }}
    >
      <TabList aria-label={label} className="tabs-list">
        {tabs.map((tab) => (
          <Tab key={tab.value} id={tab.value} className="tab">
            {tab.text}
            {tab.count !== undefined && <span className="tab-count">{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.value} id={tab.value} className="tabs-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
