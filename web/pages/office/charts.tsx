/** A row of a bar chart: a word, what is said of it, and how long the bar is (null: suppressed, drawn as a dotted outline). */
export interface Bar {
  key: string
  label: string
  shown: string
  count: number | null
}

const LONGEST = 100

/** Bars inside their own table: who cannot see the bar reads the number in the same row. */
export function Bars({
  caption,
  head,
  bars,
}: {
  caption: string
  head: readonly [string, string]
  bars: readonly Bar[]
}) {
  const most = Math.max(1, ...bars.map(({ count }) => count ?? 0))
  return (
    <div className="table-around">
      <table className="table bars">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head[0]}</th>
            <td aria-hidden="true" />
            <th scope="col" className="number">
              {head[1]}
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ key, label, shown, count }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td aria-hidden="true" className="bars__cell">
                <svg viewBox={`0 0 ${LONGEST} 10`} preserveAspectRatio="none" focusable="false">
                  {count === null ? (
                    <rect className="bars__hidden" x="0.5" y="1.5" width="6" height="7" />
                  ) : (
                    <rect className="bars__bar" x="0" y="1" width={(count / most) * LONGEST} height="8" />
                  )}
                </svg>
              </td>
              <td className="number">{shown}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A point of a line; null where the number is suppressed, and the line has a gap. */
export interface Point {
  key: string
  label: string
  shown: string
  count: number | null
}

const WIDTH = 600
const HEIGHT = 200
/** Room for half a dot at the edges. */
const EDGE = 6

/**
 * A line over time, drawn in one colour with a dot per point; its numbers are in a table beside it. The words of its axes are no part
 * of the drawing, so that they stay readable however small that gets.
 */
export function Line({ words, points }: { words: string; points: readonly Point[] }) {
  const most = Math.max(5, ...points.map(({ count }) => count ?? 0))
  const x = (index: number): number =>
    EDGE + (points.length === 1 ? 0 : (index / (points.length - 1)) * (WIDTH - 2 * EDGE))
  const y = (count: number): number => HEIGHT - EDGE - (count / most) * (HEIGHT - 2 * EDGE)
  const pieces: string[] = []
  let piece = ''
  points.forEach(({ count }, index) => {
    if (count === null) {
      if (piece !== '') pieces.push(piece)
      piece = ''
    } else piece += `${piece === '' ? 'M' : 'L'}${x(index).toFixed(1)} ${y(count).toFixed(1)}`
  })
  if (piece !== '') pieces.push(piece)
  return (
    <div className="line" role="img" aria-label={words}>
      <div className="line__levels">
        {[most, most / 2, 0].map((level) => (
          <span key={level}>{Math.round(level)}</span>
        ))}
      </div>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} focusable="false">
        {[0, most / 2, most].map((level) => (
          <path key={level} className="line__grid" d={`M0 ${y(level)}H${WIDTH}`} />
        ))}
        {pieces.map((d) => (
          <path key={d} className="line__line" d={d} />
        ))}
        {points.map(({ key, count }, index) =>
          count === null ? null : <circle key={key} className="line__dot" cx={x(index)} cy={y(count)} r="3.5" />,
        )}
      </svg>
      <div className="line__ends">
        <span>{points[0]?.label}</span>
        {points.length > 1 && <span>{points.at(-1)!.label}</span>}
      </div>
    </div>
  )
}
