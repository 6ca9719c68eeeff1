require 'json'

def level_of(status)
  # TODO: 'error', 'warn' or 'info'.
  ''
end

def hide_token(path)
  # TODO: replace the value of the parameter token by ***.
  path
end

def entry_for(request)
  # TODO: a hash with level, requestId, user, path, status and ms.
  {}
end

$stdin.each_line(chomp: true) do |line|
  request_id, user, password, status, ms, path = line.split
  request = {
    request_id: request_id, user: user, password: password, path: path,
    status: status.to_i, ms: ms.to_i
  }
  puts JSON.generate(entry_for(request))
end
