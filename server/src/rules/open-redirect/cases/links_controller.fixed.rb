class LinksController < ApplicationController
  def show
    to = params[:to]
    return head :bad_request unless %r{\A/([^/\\\s]|\z)}.match?(to)
    redirect_to to # finds open-redirect
  end

  def back
    redirect_to(url_for(params.merge(only_path: true))) # finds open-redirect
  end
end
