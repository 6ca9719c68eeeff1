import logging

logger = logging.getLogger(__name__)


def login(name, given, found):
    logger.info('user %s, password: %s', name, '***')  # finds secret-in-log (hint)
    logger.debug(f'The API key is ***')  # finds secret-in-log (hint)
    logger.warning('Invalid token %s', given)
    logger.info('Password changed for %s', name)
    logger.debug('tokens: %d', len(found))
