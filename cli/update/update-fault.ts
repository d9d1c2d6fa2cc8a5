import { failure, type Failure, type FailureDetails, type Result } from '../../shared/result.ts'

/** Why nothing was installed, each with the facts of its sentence. */
const SENTENCES = {
  NOT_ADMINISTRATOR:
    'Only the system’s administrator installs: run this as root, or by the computer’s scheduler.',
  CHANNEL_UNREACHABLE: 'The channel cannot be reached: {name}, {reason}.',
  CHANNEL_NOT_PROVEN: 'The channel’s server does not prove who it is: {reason}.',
  CHANNEL_ANSWERED: 'The channel answered {status} for {name}. It is not followed to another address.',
  CHANNEL_SLOW: 'The channel fell silent, or takes too long: {name}.',
  CHANNEL_TOO_LARGE: '{name} is larger than {most} bytes, which none is.',
  CHANNEL_NOT_SIGNED: 'The channel is not signed: it has no channel.json.sig.',
  SIGNATURE_WRONG: 'channel.json was not signed by the key of this computer’s policy, or was changed since.',
  CHANNEL_FAULTY: 'channel.json is signed, and cannot be understood: {part}.',
  PACKAGE_NONE: 'The channel has version {version}, and no {kind} for {system} on {arch}.',
  PACKAGE_SIZE: '{file} is not as long as the channel says: {found} bytes of {bytes}.',
  PACKAGE_OTHER: '{file} is not what was signed: its SHA-512 is another one.',
  DISK_FULL: 'The disk is full: {file} needs {bytes} bytes in {folder}.',
  FOLDER_NOT_TRUSTED: 'Others than the administrator may write to {folder}.',
  FOLDER_FAILED: '{folder} cannot be written to: {reason}.',
  NOT_A_PACKAGE: 'Version {version} is there. This program was {how}, and is replaced by whoever did so.',
  INSTALL_FAILED: '{program} did not install {file}: {said}',
  STOPPED: 'Stopped; nothing was installed.',
} as const

export type UpdateFaultCode = keyof typeof SENTENCES
export type UpdateFault = Failure<UpdateFaultCode>['error']
export type Tried<T> = Result<T, UpdateFaultCode>

export const updateFault = (code: UpdateFaultCode, details?: FailureDetails): Failure<UpdateFaultCode> =>
  failure(code, details)

export const updateSentence = ({ code, details = {} }: UpdateFault): string =>
  SENTENCES[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => details[name] ?? '')
