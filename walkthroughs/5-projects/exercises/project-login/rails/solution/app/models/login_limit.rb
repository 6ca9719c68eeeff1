# How many failed logins an e-mail has, whether there is an account or not. Forgotten after a while.
class LoginLimit
  MOST_FAILURES = 5
  PERIOD = 15.minutes

  FAILURES = ActiveSupport::Cache::MemoryStore.new
  LOCK = Mutex.new
  private_constant :FAILURES, :LOCK

  class << self
    # Whether one more attempt is allowed. It counts as a failure until forget is called,
    # so that many attempts at the same time are counted too.
    def allow?(email)
      LOCK.synchronize do
        count = FAILURES.read(key(email)).to_i
        count < MOST_FAILURES && FAILURES.write(key(email), count + 1, expires_in: PERIOD)
      end
    end

    def forget(email)
      LOCK.synchronize { FAILURES.delete(key(email)) }
    end

    private

    # As long for every e-mail: what people send must not fill the memory.
    def key(email)
      Digest::SHA256.hexdigest(Account.normalized(email))
    end
  end
end
