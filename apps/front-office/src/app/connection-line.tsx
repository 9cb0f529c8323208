import { formatTime, MessageBar, vault } from '@onewindow/ui';
import { useConnection } from './connection.js';

/** At the top of every screen, while it is so: the server is gone and since when, or the screen does not follow by itself. */
export function ConnectionLine() {
  const { live, awaySince } = useConnection();
  if (awaySince !== null) {
    const kept = vault.isLasting ? '已存在本机' : '留在本页';
    return <MessageBar kind="offline">{`连不上服务器，${formatTime(awaySince)} 起。填的内容${kept}，恢复后自动送出。`}</MessageBar>;
  }
  return live ? null : <MessageBar kind="offline">消息连接断了，正在重连。照常办理。</MessageBar>;
}
