import { fault, type Fault } from './fault.js';

/** Whether a stream ended because whoever sends it went away. */
export function isCutOff(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE';
}

/** The fault of a file that did not come in whole. */
export function cutOff(): Fault {
  return fault('INVALID_REQUEST', 'UPLOAD_CUT_OFF', {
    en: 'The upload was cut off; send the file again.',
    'zh-CN': '上传中断，请重新上传文件。',
  });
}
