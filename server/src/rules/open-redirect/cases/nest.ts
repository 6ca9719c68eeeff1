import { Controller, Get, Query, Redirect } from '@nestjs/common';

@Controller()
export class Pages {
  @Get('next')
  @Redirect()
  next(@Query('to') to: string) {
    return { url: to }; // finds open-redirect (error)
  }

  @Get('home')
  @Redirect()
  home(@Query('tab') tab: string) {
    return { url: `/home?tab=${tab}` };
  }
}
