require 'json'

def level_of(status)
  return 'error' if status >= 500
  return 'warn' if status >= 400

  'info'
end

def hide_token(path)
  path.gsub(/([?&]token=)[^&]*/, '\1***')
end

def entry_for(request)
  {
    level: level_of(request[:status]),
    requestId: request[:request_id],
    user: request[:user],
    path: request[:path],
    status: request[:status],
    ms: request[:ms]
  }
end

$stdin.each_line(chomp: true) do |line|
  request_id, user, password, status, ms, path = line.split
  request = {
    request_id: request_id, user: user, password: password, path: path,
    status: status.to_i, ms: ms.to_i
  }
  puts JSON.generate(entry_for(request))
end
