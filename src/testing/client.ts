/** One answer of the graph over HTTP. */
export interface Answer {
  readonly status: number;
  readonly requestId: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers whose shape is that of their own operation.
  readonly data: any;
  readonly errors: readonly GraphError[];
}

export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly requestId: string; readonly [key: string]: unknown };
}

export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly retryable: boolean;
  readonly details: Readonly<Record<string, unknown>> | null;
}

export interface Options {
  readonly locale?: 'zh-CN' | 'en';
}

type Variables = Readonly<Record<string, unknown>>;

/** What was asked and answered, told in full when an answer is not the one expected. */
export class UnexpectedAnswer extends Error {
  constructor(reason: string, operation: string, variables: Variables, answer: unknown, requestId: string) {
    super(
      `${reason}\n\noperation:\n${operation.trim()}\n\nvariables:\n${JSON.stringify(variables, null, 2)}\n\n` +
        `answer (request ${requestId}):\n${JSON.stringify(answer, null, 2)}`,
    );
    this.name = 'UnexpectedAnswer';
  }
}

/** A caller with a token: real HTTP, and a full report whenever something else comes back than the test asked for. */
export class Client {
  constructor(
    readonly address: string,
    readonly token: string | undefined,
    /** What the server noted about a request and told nobody. */
    readonly causeOf: (requestId: string) => string = () => '',
  ) {}

  /** The data of an operation that must succeed. */
  async query(operation: string, variables: Variables = {}, options: Options = {}) {
    const answer = await this.send(operation, variables, options);
    if (answer.errors.length > 0 || !answer.data)
      this.#complain('an error instead of data', operation, variables, answer);
    return answer.data;
  }

  /** The payload of a mutation that must be carried out, that is without user errors; the operation has to select them. */
  async mutate(operation: string, variables: Variables = {}, options: Options = {}) {
    const payload = await this.#payload(operation, variables, options);
    if (!payload.userErrors) {
      const reason = 'userErrors are not selected: a refusal would be taken for success';
      throw new UnexpectedAnswer(reason, operation, variables, payload, payload.requestId);
    }
    if (payload.userErrors.length > 0) {
      throw new UnexpectedAnswer('the mutation was refused', operation, variables, payload, payload.requestId);
    }
    return payload;
  }

  /** The user errors of a mutation that must be refused; the operation has to select them. */
  async refused(operation: string, variables: Variables = {}, options: Options = {}): Promise<readonly UserError[]> {
    const payload = await this.#payload(operation, variables, options);
    if (!payload.userErrors?.length) {
      throw new UnexpectedAnswer('the mutation was carried out', operation, variables, payload, payload.requestId);
    }
    return payload.userErrors;
  }

  /** The first error of an operation that must fail as a whole. */
  async failed(operation: string, variables: Variables = {}, options: Options = {}): Promise<GraphError> {
    const answer = await this.send(operation, variables, options);
    return answer.errors[0] ?? this.#complain('no error', operation, variables, answer);
  }

  /** Sends an operation and answers whatever comes back. */
  async send(query: string, variables: Variables = {}, { locale }: Options = {}): Promise<Answer> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(locale && { 'accept-language': locale }) },
      body: JSON.stringify({ query, variables }),
    });
    const requestId = response.headers.get('x-request-id') ?? '(none)';
    const text = await response.text();
    try {
      const { data, errors = [] } = JSON.parse(text);
      return { status: response.status, requestId, data, errors };
    } catch {
      throw new UnexpectedAnswer(`status ${response.status}, not JSON`, query, variables, text, requestId);
    }
  }

  /** Any other request, with the token. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...(this.token && { authorization: `Bearer ${this.token}` }), ...init.headers };
    return fetch(`${this.address}${path}`, { ...init, headers });
  }

  async #payload(operation: string, variables: Variables, options: Options) {
    const answer = await this.send(operation, variables, options);
    if (answer.errors.length > 0) this.#complain('an error instead of a payload', operation, variables, answer);
    const payloads = Object.values(answer.data as Record<string, object>);
    return Object.assign({ requestId: answer.requestId }, payloads[0]) as { userErrors: UserError[] } & Answer['data'];
  }

  #complain(reason: string, operation: string, variables: Variables, answer: Answer): never {
    const cause = this.causeOf(answer.requestId);
    throw new UnexpectedAnswer(`${reason}${cause && `: ${cause}`}`, operation, variables, answer, answer.requestId);
  }
}
