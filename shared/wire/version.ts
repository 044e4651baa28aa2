/**
 * The wire's version. A widget says its own in hello; the relay answers with the lower of the two, or closes with
 * `version` when the widget is older than `oldestServed`. Optional additions need no new version.
 *
 * 1: the first.
 */
export const wireVersion = 1
export const oldestServed = 1
