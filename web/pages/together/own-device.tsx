import { Check } from '../../parts/fields.tsx'
import { Note } from '../../parts/looks.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { ownDeviceTexts } from './own-device.texts.ts'

/** Keeping the text on this device as well: only when the person says that it is theirs. */
export function OwnDevice({
  isOwn,
  cannotKeep,
  jij,
  set,
}: {
  isOwn: boolean
  cannotKeep: boolean
  jij: boolean
  set: (own: boolean) => void
}) {
  const t = useTexts(ownDeviceTexts)
  return (
    <div className="group screen-only form">
      <Check label={t.ownDevice} hint={t.ownDeviceHint(jij)} checked={isOwn} onChange={set} />
      {cannotKeep && (
        <Note kind="waiting" live>
          {t.cannotKeep}
        </Note>
      )}
    </div>
  )
}
