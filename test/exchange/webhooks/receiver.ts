import { randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { keyOf } from '../../../src/exchange/webhooks/signature.js';
import type { WebhookConfig } from '../../../src/exchange/webhooks/webhooks-file.js';

/** A partner's server on this machine: what arrived there, and how it answers. */

export interface Arrival {
  readonly headers: IncomingHttpHeaders;
  readonly id: string;
  readonly body: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever arrived
  readonly json: any;
}

type Answering = (response: ServerResponse, arrival: Arrival) => void;

export const answerWith =
  (status: number, headers: Record<string, string> = {}, body = ''): Answering =>
  (response) =>
    response.writeHead(status, headers).end(body);

export class Receiver {
  readonly arrivals: Arrival[] = [];
  answer: Answering = answerWith(204);

  private constructor(
    private readonly server: Server,
    readonly address: string,
  ) {}

  static async start(): Promise<Receiver> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        const { headers } = request;
        const arrival = { headers, id: String(headers['webhook-id']), body, json: JSON.parse(body) };
        receiver.arrivals.push(arrival);
        receiver.answer(response, arrival);
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const receiver = new Receiver(server, `http://127.0.0.1:${port}/hook`);
    return receiver;
  }

  /** Stops at once, whatever is open. */
  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => void this.server.close(() => done()));
  }
}

export const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`;

/** A webhook to this machine. */
export function webhookTo(address: string, some: Partial<WebhookConfig> & { readonly secrets?: string[] } = {}) {
  const { secrets = [newSecret()], ...rest } = some;
  const keys = secrets.map((secret) => keyOf(secret) ?? Buffer.alloc(0));
  return { name: 'partner', address: new URL(address), keys, access: 'PUBLIC', loopback: true, ...rest } as const;
}

/** What the package of Standard Webhooks reads in an arrival; throws where no signature is by this secret. */
export const verified = (secret: string, { body, headers }: Arrival) =>
  new Webhook(secret).verify(body, headers as Record<string, string>);
