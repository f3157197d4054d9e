/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- a table that is drawn as blocks is none to some browsers */
import type { ReactNode } from 'react'

/** A row: its name first. */
export interface Row {
  key: string
  cells: readonly [ReactNode, ...ReactNode[]]
}

/**
 * A table of words. On a phone each row stands as a card of its own, with the name of its column beside each cell, so that nothing is out
 * of sight; the roles say that it is a table where it no longer looks like one.
 */
export function Table({
  caption,
  label = caption,
  isNamedAbove = false,
  areNumbers = false,
  heads,
  head,
  rows,
}: {
  caption: string
  /** The name of the box in which it scrolls, where the caption stands on a page more than once. */
  label?: string
  /** A heading above says the same: the caption is for who does not see. */
  isNamedAbove?: boolean
  /** All but the names of the rows. */
  areNumbers?: boolean
  /** The names of the columns. */
  heads: readonly string[]
  /** The cells of the head where they do more than name. */
  head?: ReactNode
  rows: readonly Row[]
}) {
  const number = areNumbers ? 'number' : undefined
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table scrolls in its own box, by keyboard too
    <div className="table-around" tabIndex={0} role="region" aria-label={label}>
      <table className="table table--rows" role="table">
        <caption className={isNamedAbove ? 'hidden' : undefined}>{caption}</caption>
        <thead role="rowgroup" className={head ? 'table__acts' : undefined}>
          <tr role="row">
            {head ??
              heads.map((each, place) => (
                <th key={each} scope="col" role="columnheader" className={place > 0 ? number : undefined}>
                  {each}
                </th>
              ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ key, cells: [name, ...cells] }) => (
            <tr key={key} role="row">
              <th scope="row" role="rowheader">
                {name}
              </th>
              {cells.map((cell, place) => (
                <td key={heads[place + 1]} role="cell" className={number} data-label={heads[place + 1]}>
                  <div>{cell}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
