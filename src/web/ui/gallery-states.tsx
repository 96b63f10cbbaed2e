import { useState } from 'react'
import { ApiProblem } from '#web/platform/api-problem.ts'
import { Button, LinkButton } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Shelf } from './gallery-parts.tsx'
import { Highlight } from './highlight.tsx'
import { Icon } from './icon.tsx'
import { type IconName, iconPaths } from './icon-paths.ts'
import { Notice } from './notice.tsx'
import { Popup } from './popup.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { StateBadge } from './state-badge.tsx'
import { EmptyState, ErrorState, LoadingState } from './states.tsx'
import { Tabs } from './tabs.tsx'
import { useToast } from './toast.tsx'

const states = ['done', 'running', 'attention', 'late', 'none', 'draft'] as const
// Object.keys loses the key type; the table of icons is the only source.
const icons = Object.keys(iconPaths) as IconName[]

export function BadgeShelf() {
  return (
    <Shelf name="StateBadge, ProgressBar, Notice">
      <div className="row">
        {states.map((state) => (
          <StateBadge key={state} state={state} />
        ))}
      </div>
      <div className="row">
        {states.map((state) => (
          <StateBadge key={state} state={state} bare />
        ))}
        <StateBadge state="late" bare>
          trễ 5 ngày
        </StateBadge>
      </div>
      <ProgressBar label="Đã duyệt" share={37 / 41} words="37/41 đã duyệt" />
      <ProgressBar label="Đang đọc văn bản" share={null} />
      <Notice>Đợt báo cáo đầu năm mở đến 30/09/2024.</Notice>
      <Notice kind="success" title="Đã giao 41 nhiệm vụ cho 73 đơn vị" />
      <Notice kind="warning" title="3 tên đơn vị chưa khớp" acts={<Button size="small">Xem từng tên</Button>}>
        Nhiệm vụ 12, 18 và 33 nêu đơn vị chưa có trong cây đơn vị.
      </Notice>
      <Notice kind="error" title="Không gửi được">
        Còn 4 ô phải sửa. Số đã nhập vẫn được giữ.
      </Notice>
    </Shelf>
  )
}

export function StateShelf() {
  const problem = new ApiProblem({
    status: 500,
    code: 'internal',
    title: 'Có lỗi trong hệ thống',
    detail: 'Chưa có gì thay đổi. Hãy thử lại; nếu vẫn lỗi, báo người quản trị mã tra cứu.',
    reason: null,
    fields: [],
    details: {},
    instance: '0193a7c2-11',
  })
  return (
    <Shelf name="EmptyState, LoadingState, ErrorState">
      <EmptyState
        title="Chưa có kế hoạch năm học 2024-2025"
        act={
          <LinkButton kind="primary" href="#u">
            Tải kế hoạch lên
          </LinkButton>
        }
      >
        Khi kế hoạch được tải lên và ban hành, nhiệm vụ của từng đơn vị sẽ hiện ở đây.
      </EmptyState>
      <LoadingState rows={3} />
      <LoadingState shape="form" rows={2} />
      <ErrorState error={problem} onAgain={() => undefined} />
    </Shelf>
  )
}

export function OverlayShelf() {
  const tell = useToast()
  const [open, setOpen] = useState(false)
  const [asked, setAsked] = useState(false)
  const [tab, setTab] = useState<'tasks' | 'targets'>('tasks')
  return (
    <Shelf name="Tabs, Dialog, Popup, Toast">
      <Tabs
        label="Phần của kế hoạch"
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'tasks', text: 'Nhiệm vụ', count: '41', content: <p>Phụ lục giao nhiệm vụ.</p> },
          { value: 'targets', text: 'Chỉ tiêu', count: '92', content: <p>Chỉ tiêu của năm học.</p> },
        ]}
      />
      <div className="row">
        <Button onPress={() => setOpen(true)}>Mở hộp thoại</Button>
        <Button onPress={() => setAsked(true)}>Mở câu hỏi</Button>
        <Button onPress={() => tell({ text: 'Đã bỏ 3 nhiệm vụ khỏi kế hoạch', onUndo: () => undefined })}>
          Hiện lời báo
        </Button>
        <Popup button={<span className="button-content">Mở ô phụ</span>}>
          {(close) => <Button onPress={close}>Đóng lại</Button>}
        </Popup>
      </div>
      <Dialog
        title="Báo tiến độ"
        open={open}
        onClose={() => setOpen(false)}
        acts={
          <>
            <Button onPress={() => setOpen(false)}>Bỏ qua</Button>
            <Button kind="primary" onPress={() => setOpen(false)}>
              Gửi báo cáo
            </Button>
          </>
        }
      >
        <p>Nhiệm vụ 07: Tuyển sinh vào lớp 1, lớp 6 đúng tuyến.</p>
      </Dialog>
      <Dialog
        kind="question"
        title="Ban hành kế hoạch?"
        open={asked}
        onClose={() => setAsked(false)}
        acts={
          <>
            <Button onPress={() => setAsked(false)}>Chưa ban hành</Button>
            <Button kind="primary" onPress={() => setAsked(false)}>
              Giao 41 nhiệm vụ
            </Button>
          </>
        }
      >
        <p>Giao 41 nhiệm vụ cho 73 đơn vị, thông báo ngay.</p>
      </Dialog>
    </Shelf>
  )
}

export function TypeShelf() {
  return (
    <Shelf name="Type and icons">
      <h1>Ễ Ự Ậ Ộ Ỡ: KẾ HOẠCH GIÁO DỤC NĂM HỌC 2024-2025</h1>
      <h2>Đơn vị chủ trì, đơn vị phối hợp: Ủy ban nhân dân phường Đằng Lâm</h2>
      <p>
        Huy động 12.246 học sinh trong 291 lớp; 7.910/9.232 trẻ, đạt 85,7%.{' '}
        <Highlight text="Trường Mầm non Hoa Hồng" wanted="hoa hong" />
      </p>
      <p className="dense muted">
        Chữ nhỏ 13 px: Nguyễn Thị Ngọc Ánh, Đỗ Quỹ, Trương Uyển Nhã, nghỉ lễ từ 28/01 đến 02/02.
      </p>
      <p className="gallery-document">
        Tinos: Căn cứ Nghị định số 30/2020/NĐ-CP; thực hiện nhiệm vụ năm học ở cấp quận.
      </p>
      <ul className="gallery-icons">
        {icons.map((name) => (
          <li key={name}>
            <Icon name={name} />
            {name}
          </li>
        ))}
      </ul>
    </Shelf>
  )
}
