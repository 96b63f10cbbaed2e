import { useState } from 'react'
import { formatNumber } from '#domain/basics/numbers.ts'
import { Button } from './button.tsx'
import { FilterBar, FilterChoice, FilterChoices } from './filter-bar.tsx'
import { Shelf } from './gallery-parts.tsx'
import { Menu } from './menu.tsx'
import { PageHeader } from './page-header.tsx'
import { Select } from './select.tsx'
import { ShowMore } from './show-more.tsx'
import { type State, StateBadge } from './state-badge.tsx'
import { type Column, type Sort, Table } from './table.tsx'

type Task = {
  id: string
  no: string
  title: string
  lead: string
  due: string
  state: State
  word: string
  percent: number
  group: string
}

const tasks: readonly Task[] = [
  {
    id: '1',
    no: '07',
    title: 'Tuyển sinh vào lớp 1, lớp 6 đúng tuyến',
    lead: 'Phòng Giáo dục và Đào tạo',
    due: '15/01/2025',
    state: 'late',
    word: 'trễ 5 ngày',
    percent: 80,
    group: 'Trễ hạn',
  },
  {
    id: '2',
    no: '18',
    title: 'Kiểm tra đột xuất các nhóm, lớp độc lập',
    lead: 'UBND phường Đằng Lâm',
    due: '23/01/2025',
    state: 'attention',
    word: 'còn 3 ngày',
    percent: 40,
    group: 'Sắp đến hạn',
  },
  {
    id: '3',
    no: '21',
    title: 'Hội thi giáo viên dạy giỏi cấp quận, cấp học Mầm non, Tiểu học và Trung học cơ sở',
    lead: 'Phòng Giáo dục và Đào tạo',
    due: '28/02/2025',
    state: 'running',
    word: 'Đang thực hiện',
    percent: 25,
    group: 'Đang mở',
  },
  {
    id: '4',
    no: '33',
    title: 'Công nhận trường đạt chuẩn quốc gia mức độ 1',
    lead: 'Trường Tiểu học Đằng Hải',
    due: '30/05/2025',
    state: 'done',
    word: 'Hoàn thành',
    percent: 100,
    group: 'Đang mở',
  },
  {
    id: '5',
    no: '40',
    title: 'Báo cáo công khai theo Thông tư',
    lead: 'Các trường',
    due: '—',
    state: 'none',
    word: 'Chưa có số liệu',
    percent: 0,
    group: 'Đang mở',
  },
]

const columns: readonly Column<Task>[] = [
  { key: 'no', title: 'Số', cell: (task) => task.no, numeric: true, width: '56px' },
  { key: 'title', title: 'Nhiệm vụ', cell: (task) => task.title, main: true },
  { key: 'lead', title: 'Đơn vị chủ trì', cell: (task) => task.lead, sortable: true },
  { key: 'due', title: 'Hạn', cell: (task) => task.due, oneLine: true, sortable: true, width: '110px' },
  { key: 'percent', title: 'Tiến độ', cell: (task) => `${task.percent}%`, numeric: true, width: '90px' },
  {
    key: 'state',
    title: 'Trạng thái',
    cell: (task) => <StateBadge state={task.state}>{task.word}</StateBadge>,
    width: '170px',
  },
  {
    key: 'acts',
    title: 'Việc',
    titleUnseen: true,
    width: '60px',
    cell: (task) => (
      <Menu
        label={`Việc khác với nhiệm vụ ${task.no}`}
        alone
        size="small"
        acts={[
          { key: 'urge', text: 'Đôn đốc', icon: 'bell' },
          { key: 'open', text: 'Mở trang nhiệm vụ', icon: 'arrow-right', href: '#1' },
          { key: 'drop', text: 'Bỏ nhiệm vụ', icon: 'remove', danger: true },
        ]}
      />
    ),
  },
]

export function TableShelf() {
  const [sort, setSort] = useState<Sort | null>({ key: 'due', descending: false })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['2']))
  const [search, setSearch] = useState('')
  const [levels, setLevels] = useState<readonly string[]>(['late', 'attention'])
  const [role, setRole] = useState<string | null>(null)
  return (
    <Shelf name="PageHeader, FilterBar, Table, ShowMore">
      <div>
        <PageHeader
          title="Nhiệm vụ năm học 2024-2025"
          crumbs={[
            { text: 'Kế hoạch', href: '#a' },
            { text: 'Phân công', href: '#b' },
          ]}
          facts={
            <>
              <StateBadge state="done">Đã ban hành</StateBadge>
              <span>Số 215/KH-UBND</span>
              <span>ký ngày 28/08/2024</span>
            </>
          }
          acts={
            <>
              <Menu
                label="Xuất"
                acts={[
                  { key: 'docx', text: 'Văn bản Word (.docx)', detail: 'Theo Nghị định 30/2020' },
                  { key: 'pdf', text: 'PDF' },
                  { key: 'xlsx', text: 'Bảng Excel (.xlsx)' },
                ]}
              />
              <Button kind="primary">Giao nhiệm vụ</Button>
            </>
          }
        />
        <FilterBar
          search={{ value: search, onChange: setSearch }}
          count="41 nhiệm vụ"
          onClear={() => setLevels([])}
          end={
            <Select
              choices={[{ value: 'due', text: 'Gấp nhất trước' }]}
              value="due"
              onChange={() => undefined}
              aria-label="Sắp xếp"
            />
          }
        >
          <FilterChoices
            label="Trạng thái"
            options={[
              { value: 'late', text: 'Trễ hạn' },
              { value: 'attention', text: 'Sắp đến hạn' },
              { value: 'done', text: 'Hoàn thành' },
            ]}
            value={levels}
            onChange={setLevels}
          />
          <FilterChoice
            label="Vai trò"
            options={[
              { value: 'lead', text: 'Chủ trì' },
              { value: 'coordinating', text: 'Phối hợp' },
            ]}
            value={role}
            onChange={setRole}
          />
        </FilterBar>
        <Table
          caption="Nhiệm vụ"
          columns={columns}
          rows={tasks}
          keyOf={(task) => task.id}
          hrefOf={(task) => `#${task.id}`}
          sort={sort}
          onSort={setSort}
          selection={{ chosen, onChange: setChosen, nameOf: (task) => task.title }}
        />
        <ShowMore shown={5} total={41} onMore={() => undefined} />
      </div>
      <Table
        caption="Học sinh theo khối"
        columns={[
          {
            key: 'grade',
            title: 'Khối',
            cell: (row: { grade: string; classes: number; pupils: number }) => row.grade,
            main: true,
          },
          { key: 'classes', title: 'Số lớp', cell: (row) => formatNumber(row.classes), numeric: true },
          { key: 'pupils', title: 'Số học sinh', cell: (row) => formatNumber(row.pupils), numeric: true },
        ]}
        rows={[
          { grade: 'Khối 6', classes: 73, pupils: 3132 },
          { grade: 'Khối 7', classes: 71, pupils: 2987 },
        ]}
        keyOf={(row) => row.grade}
        foot={(column) => (column.key === 'grade' ? 'Cộng' : column.key === 'classes' ? '144' : '6.119')}
      />
      <Table
        narrow="lines"
        caption="Việc của tôi"
        columns={columns.slice(1, 6)}
        rows={tasks}
        keyOf={(task) => task.id}
        hrefOf={(task) => `#${task.id}`}
        groupOf={(task) => ({ key: task.group, title: task.group })}
        openKey="2"
      />
    </Shelf>
  )
}
