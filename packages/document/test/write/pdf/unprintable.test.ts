import { describe, expect, it } from 'vitest'
import { unprintableProblems } from '../../../src/index.ts'
import { publicationOf, tableOf, textBlock, words } from '../small-publication.ts'
import { writerFonts } from '../writer-fonts.ts'

const problemsOf = (...blocks: Parameters<typeof publicationOf>[0]) => unprintableProblems(publicationOf(blocks), writerFonts)

describe('unprintableProblems', () => {
  it('has none for rare characters that the fonts have, full-width signs and blanks', () => {
    expect(problemsOf(textBlock('䶮𬭎㙍玥祎堃 ①Ⅲ㎡℃≥≤‰“”　\n\t'))).toEqual([])
  })

  it('names a character that no font has, its code and its place', () => {
    expect(problemsOf({ kind: 'heading', level: 2, id: 'h', text: '一、机构' }, textBlock('下属𠮷水文化馆。'))).toEqual([{
      code: 'document.pdf.characterWithoutGlyph',
      place: { document: '清河县文化馆2024年度部门预算公开', section: '一、机构' },
      detail: '“下属𠮷水文化馆。”里的“𠮷”（U+20BB7）字库里没有，PDF 无法显示。',
      remedy: '请换用字库里有的写法（如异体字改用通用字）后重新编制。',
    }])
  })

  it('names one character once, in the table where it stands first', () => {
    const table = tableOf('t', '支出表', ['项目'], [[words('𠮷水')], [words('𠮷水二期')]])
    expect(problemsOf(table).map(({ place }) => place)).toEqual([{ document: '清河县文化馆2024年度部门预算公开', table: '支出表' }])
  })

  it('finds control characters, which nobody sees', () => {
    expect(problemsOf(textBlock('设备\u0001购置')).map(({ detail }) => detail)).toEqual(['“设备□购置”里有看不见的控制字符 U+0001，PDF 无法显示。'])
  })

  it('finds a byte order mark, which a PDF that is kept must not hold', () => {
    expect(problemsOf(textBlock('\ufeff设备'))).toHaveLength(1)
  })
})
