import type { CommanderError } from 'commander'
import type { Bilingual } from '@mingzhang/audit'

/** What is wrong with the command line, as a sentence. The library's own message names the words in quotes. */
export function usageSentence({ code, message }: CommanderError): Bilingual {
  const [first = '', second = ''] = Array.from(message.matchAll(/'([^']*)'/gu), (match) => match[1] ?? '')
  const meant = /Did you mean (?:one of )?([^?]+)\?/u.exec(message)?.[1]
  const english = message.replace(/^error: /u, '').split('\n')[0] ?? message
  const guess = meant === undefined ? '' : `是不是想写 ${meant}？`
  return { zh: `${chineseSentence(code, first, second, message)}${guess}`, en: `${english}${meant === undefined ? '' : ` Did you mean ${meant}?`}` }
}

function chineseSentence(code: string, first: string, second: string, message: string): string {
  switch (code) {
    case 'commander.unknownOption':
      return `没有“${first}”这个选项。`
    case 'commander.unknownCommand':
      return `没有“${first}”这个命令。`
    case 'commander.missingArgument':
      return `缺少参数 ${first}。`
    case 'commander.optionMissingArgument':
      return `选项“${first}”后面缺少内容。`
    case 'commander.missingMandatoryOptionValue':
      return `必须写明选项“${first}”。`
    case 'commander.excessArguments':
      return '参数太多。'
    case 'commander.invalidArgument': {
      const choices = /Allowed choices are ([^.]+)\./u.exec(message)?.[1]?.replaceAll(', ', '、')
      return `选项“${first}”不能是“${second}”${choices === undefined ? '' : `，只能是 ${choices}`}。`
    }
    default:
      return message
  }
}
