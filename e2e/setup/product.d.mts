export interface Product {
  readonly origin: string;
  readonly dataDir: string;
  readonly pid: number;
  readonly logFile: string;
  kill(signal?: NodeJS.Signals): Promise<void>;
  stop(): Promise<void>;
}
export function freePort(): Promise<number>;
export function startProduct(options?: { entry?: string; port?: number; env?: Record<string, string>; dataDir?: string }): Promise<Product>;
export function removeData(dataDir: string): void;
