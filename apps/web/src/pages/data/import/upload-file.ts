import { ApiError, problemSchema, urlOf, type Upload } from '@terrace/client';

/**
 * Sends a file and reports the share sent. `fetch` cannot report how much of a body is sent, so this is the one call that
 * does not go through the typed client.
 * @throws ApiError when the server refuses the file or cannot be reached
 */
export function uploadFile(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (title: string, status: number, code: string): void =>
      reject(new ApiError({ type: 'about:blank', title, status, code }));
    request.open('POST', urlOf('upload', {}, { fileName: file.name.slice(-300) }));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) return resolve(request.response as Upload);
      const problem = problemSchema.safeParse(request.response);
      if (problem.success) reject(new ApiError(problem.data));
      else fail(request.statusText || `HTTP ${request.status}`, request.status, 'UNEXPECTED_ANSWER');
    };
    request.onerror = () => fail('The server cannot be reached', 0, 'UNREACHABLE');
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
