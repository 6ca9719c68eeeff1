class ToolsController < ApplicationController
  FILES = '/srv/files'

  def count
    render plain: `wc -c #{FILES}/#{Shellwords.escape(params[:file])}` # finds command-injection
  end

  def ping
    system("ping", "-c", "2", params[:host]) # finds command-injection
    out, _status = Open3.capture2("ls", "-la", "--", params[:dir]) # finds command-injection
    render plain: out
  end

  def search
    word = params[:word]
    render plain: `grep #{Shellwords.escape(word)} words.txt | head -3` # finds command-injection
  end

  def list
    render plain: IO.popen(["ls", "--", params[:dir]]).read # finds command-injection
  end

  def run
    given_command = params[:command]
    return head :bad_request unless ["status", "version"].include?(given_command)
    system(given_command) # finds command-injection
  end
end
