/** Lets tasks run one after the other. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve();

  add<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Settles when everything that was added has been done. */
  async empty(): Promise<void> {
    await this.#last;
  }
}
