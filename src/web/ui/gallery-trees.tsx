import { useState } from 'react'
import { Diff } from './diff.tsx'
import { Shelf } from './gallery-parts.tsx'
import { KeyValues } from './key-values.tsx'
import { SplitPane } from './split-pane.tsx'
import { Timeline } from './timeline.tsx'
import { Tree } from './tree.tsx'
import type { TreeNode } from './tree-rows.ts'

const nodes: readonly TreeNode[] = [
  {
    id: 'hp',
    text: 'UBND thành phố Hải Phòng',
    detail: '2 quận',
    children: [
      {
        id: 'ha',
        text: 'UBND quận Hải An',
        detail: '73 đơn vị',
        children: [
          { id: 'ha-gd', text: 'Phòng Giáo dục và Đào tạo quận Hải An', children: [] },
          {
            id: 'ha-dl',
            text: 'UBND phường Đằng Lâm',
            detail: '9 trường',
            children: [{ id: 'th', text: 'Trường Tiểu học Đằng Lâm', children: [] }],
          },
          { id: 'ha-nh', text: 'UBND phường Nam Hải', detail: '6 trường', children: null },
        ],
      },
      { id: 'ka', text: 'UBND quận Kiến An', detail: '61 đơn vị', children: null },
    ],
  },
]

export function TreeShelf() {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set(['hp', 'ha', 'ha-nh']))
  return (
    <Shelf name="Tree, SplitPane, KeyValues, Timeline">
      <SplitPane
        listWidth="narrow"
        closeHref="#list"
        detailLabel="Chi tiết đơn vị"
        list={
          <Tree
            label="Cây đơn vị"
            nodes={nodes}
            opened={opened}
            onOpenedChange={setOpened}
            hrefOf={(node) => `#${node.id}`}
            current="ha"
          />
        }
        detail={
          <div className="stack">
            <h2>UBND quận Hải An</h2>
            <KeyValues
              items={[
                { key: 'code', label: 'Mã', value: 'HA' },
                { key: 'kind', label: 'Loại', value: 'Ủy ban nhân dân' },
                { key: 'from', label: 'Từ ngày', value: '20/12/2002' },
                { key: 'names', label: 'Tên gọi khác', value: 'Quận Hải An; UBND Q. Hải An' },
              ]}
            />
            <Timeline
              label="Quá trình của đơn vị"
              events={[
                {
                  key: '1',
                  date: '20/12/2002',
                  icon: 'plus',
                  title: 'Thành lập',
                  detail: 'Nghị định 106/2002/NĐ-CP của Chính phủ',
                },
                {
                  key: '2',
                  date: '01/08/2020',
                  icon: 'edit',
                  title: 'Đổi tên',
                  detail: 'Quyết định 12/QĐ-UBND',
                },
                {
                  key: '3',
                  date: '01/07/2025',
                  icon: 'merge',
                  title: 'Kết thúc; các trường chuyển về phường Hải An và phường Đông Hải',
                  isPresent: true,
                },
              ]}
            />
          </div>
        }
      />
    </Shelf>
  )
}

export function DiffShelf() {
  return (
    <Shelf name="Diff">
      <Diff
        before={{ officialName: 'Trường Mầm non 8/3', contact: { phone: '0225 3876 543' }, rank: 2 }}
        after={{
          officialName: 'Trường Mầm non Văn Đẩu',
          contact: { phone: '0225 3876 543', address: 'Số 12 Trần Nhân Tông' },
          rank: null,
        }}
        sayName={(name) =>
          ({ officialName: 'Tên chính thức', 'contact.address': 'Địa chỉ', rank: 'Hạng' })[name] ?? name
        }
      />
    </Shelf>
  )
}
