import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

interface Node {
  role?: string
  type?: string
  children?: Node[]
}

/** A PDF as another library reads it: its words, its tags in reading order, and what it says of itself. */
export interface ReadPdf {
  text: string
  /** `H1`, `P`, `L` ... of everything that is tagged. */
  tags: string[]
  title: unknown
  language: unknown
  marked: boolean
  pages: { width: number; height: number }[]
  /** The letters of each piece of text, page by page. */
  letters: string[][]
  /** Fonts that are not embedded. */
  fontsOutside: string[]
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const text: string[] = []
  const tags: string[] = []
  const pages: ReadPdf['pages'] = []
  const letters: string[][] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    pages.push({ width, height })
    const { items } = await page.getTextContent()
    text.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    letters.push(items.flatMap((item) => ('fontName' in item ? [item.fontName] : [])))
    walk((await page.getStructTree()) as Node | null)
  }
  const { info } = (await document.getMetadata()) as { info: Record<string, unknown> }
  const marks = (await document.getMarkInfo()) as { Marked?: boolean } | null
  const raw = Buffer.from(bytes).toString('latin1')
  const fonts = raw.match(/\/Type \/FontDescriptor[\s\S]*?endobj/g) ?? []
  const read: ReadPdf = {
    text: text.join('\n'),
    tags,
    title: info['Title'],
    language: info['Language'],
    marked: marks?.Marked === true,
    pages,
    letters,
    fontsOutside: fonts.filter((each) => !/\/FontFile[23]? /.test(each)),
  }
  await document.loadingTask.destroy()
  return read

  function walk(node: Node | null | undefined): void {
    if (!node) return
    if (node.role !== undefined && node.role !== 'Root') tags.push(node.role)
    for (const child of node.children ?? []) walk(child)
  }
}
