/** Why there is no picture, in Chinese: what happened, what to do. */
export interface CameraTrouble {
  words: string;
  /** Could it work at another try, without changing the address? */
  canRetry: boolean;
}

const FILE_INSTEAD = '也可以按 O 选文件。';

/** Browsers give cameras to safe origins alone: HTTPS, or this machine itself. */
export function originTrouble(isSecure: boolean, hasDevices: boolean): CameraTrouble | null {
  if (!isSecure) return { words: `拍摄要用 HTTPS 打开本系统，现在的地址不行。请系统管理员配置 HTTPS。${FILE_INSTEAD}`, canRetry: false };
  if (!hasDevices) return { words: `这个浏览器不能用摄像头。换用新版浏览器。${FILE_INSTEAD}`, canRetry: false };
  return null;
}

/** The words for what `getUserMedia` throws, by the name of its error. */
export function cameraTrouble(error: unknown): CameraTrouble {
  const name = typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
  switch (name) {
    case 'NotFoundError':
    case 'OverconstrainedError':
    case 'DevicesNotFoundError':
      return { words: `没有找到摄像头或高拍仪。接好后重试。${FILE_INSTEAD}`, canRetry: true };
    case 'NotAllowedError':
    case 'SecurityError':
      return { words: `浏览器没有允许使用摄像头。在地址栏左边允许后重试。${FILE_INSTEAD}`, canRetry: true };
    case 'NotReadableError':
    case 'AbortError':
      return { words: `摄像头被别的程序占用。关掉那个程序后重试。${FILE_INSTEAD}`, canRetry: true };
    default:
      return { words: `摄像头没有打开。重新插接后重试。${FILE_INSTEAD}`, canRetry: true };
  }
}
