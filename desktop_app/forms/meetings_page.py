# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'meetings_page.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QStackedWidget,
    QVBoxLayout, QWidget)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.month_ledger import MonthLedgerBar
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.style.state_mark import StateMark
class Ui_MeetingsPage(object):
    def setupUi(self, MeetingsPage):
        if not MeetingsPage.objectName():
            MeetingsPage.setObjectName(u"MeetingsPage")
        MeetingsPage.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(MeetingsPage)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(28, 16, 28, 12)
        self.header = QHBoxLayout()
        self.header.setSpacing(12)
        self.header.setObjectName(u"header")
        self.title = TextLabel(MeetingsPage)
        self.title.setObjectName(u"title")

        self.header.addWidget(self.title)

        self.context = TextLabel(MeetingsPage)
        self.context.setObjectName(u"context")

        self.header.addWidget(self.context)

        self.newMeeting = Button(MeetingsPage)
        self.newMeeting.setObjectName(u"newMeeting")
        self.newMeeting.setProperty(u"kind", u"filled")
        self.newMeeting.setProperty(u"icon_name", u"plus")
        self.newMeeting.setProperty(u"hint", u"Ctrl+N")

        self.header.addWidget(self.newMeeting)


        self.column.addLayout(self.header)

        self.wants = MessageBand(MeetingsPage)
        self.wants.setObjectName(u"wants")

        self.column.addWidget(self.wants)

        self.ledgerHead = QHBoxLayout()
        self.ledgerHead.setSpacing(12)
        self.ledgerHead.setObjectName(u"ledgerHead")
        self.foldLedger = Button(MeetingsPage)
        self.foldLedger.setObjectName(u"foldLedger")
        self.foldLedger.setProperty(u"kind", u"quiet")
        self.foldLedger.setProperty(u"icon_name", u"chevron-up")
        self.foldLedger.setProperty(u"compact", True)

        self.ledgerHead.addWidget(self.foldLedger)

        self.yearTitle = TextLabel(MeetingsPage)
        self.yearTitle.setObjectName(u"yearTitle")

        self.ledgerHead.addWidget(self.yearTitle)

        self.regularity = TextLabel(MeetingsPage)
        self.regularity.setObjectName(u"regularity")

        self.ledgerHead.addWidget(self.regularity)

        self.earlierYear = Button(MeetingsPage)
        self.earlierYear.setObjectName(u"earlierYear")
        self.earlierYear.setProperty(u"kind", u"quiet")
        self.earlierYear.setProperty(u"icon_name", u"chevron-right")
        self.earlierYear.setProperty(u"compact", True)

        self.ledgerHead.addWidget(self.earlierYear)

        self.yearShown = TextLabel(MeetingsPage)
        self.yearShown.setObjectName(u"yearShown")

        self.ledgerHead.addWidget(self.yearShown)

        self.laterYear = Button(MeetingsPage)
        self.laterYear.setObjectName(u"laterYear")
        self.laterYear.setProperty(u"kind", u"quiet")
        self.laterYear.setProperty(u"icon_name", u"chevron-left")
        self.laterYear.setProperty(u"compact", True)

        self.ledgerHead.addWidget(self.laterYear)


        self.column.addLayout(self.ledgerHead)

        self.ledger = MonthLedgerBar(MeetingsPage)
        self.ledger.setObjectName(u"ledger")

        self.column.addWidget(self.ledger)

        self.monthBar = QWidget(MeetingsPage)
        self.monthBar.setObjectName(u"monthBar")
        self.monthLine = QHBoxLayout(self.monthBar)
        self.monthLine.setSpacing(8)
        self.monthLine.setObjectName(u"monthLine")
        self.monthLine.setContentsMargins(0, 0, 0, 0)
        self.monthMark = StateMark(self.monthBar)
        self.monthMark.setObjectName(u"monthMark")

        self.monthLine.addWidget(self.monthMark)

        self.monthTitle = TextLabel(self.monthBar)
        self.monthTitle.setObjectName(u"monthTitle")

        self.monthLine.addWidget(self.monthTitle)

        self.monthNote = TextLabel(self.monthBar)
        self.monthNote.setObjectName(u"monthNote")

        self.monthLine.addWidget(self.monthNote)

        self.openMonth = Button(self.monthBar)
        self.openMonth.setObjectName(u"openMonth")
        self.openMonth.setProperty(u"icon_name", u"calendar-days")
        self.openMonth.setProperty(u"compact", True)

        self.monthLine.addWidget(self.openMonth)

        self.scheduleMonth = Button(self.monthBar)
        self.scheduleMonth.setObjectName(u"scheduleMonth")
        self.scheduleMonth.setProperty(u"icon_name", u"calendar-plus")
        self.scheduleMonth.setProperty(u"compact", True)

        self.monthLine.addWidget(self.scheduleMonth)

        self.excuseMonth = Button(self.monthBar)
        self.excuseMonth.setObjectName(u"excuseMonth")
        self.excuseMonth.setProperty(u"icon_name", u"pen-line")
        self.excuseMonth.setProperty(u"compact", True)

        self.monthLine.addWidget(self.excuseMonth)

        self.takeBackExcuse = Button(self.monthBar)
        self.takeBackExcuse.setObjectName(u"takeBackExcuse")
        self.takeBackExcuse.setProperty(u"icon_name", u"undo-2")
        self.takeBackExcuse.setProperty(u"compact", True)

        self.monthLine.addWidget(self.takeBackExcuse)

        self.leaveMonth = Button(self.monthBar)
        self.leaveMonth.setObjectName(u"leaveMonth")
        self.leaveMonth.setProperty(u"kind", u"quiet")
        self.leaveMonth.setProperty(u"icon_name", u"x")
        self.leaveMonth.setProperty(u"compact", True)

        self.monthLine.addWidget(self.leaveMonth)


        self.column.addWidget(self.monthBar)

        self.stack = QStackedWidget(MeetingsPage)
        self.stack.setObjectName(u"stack")
        self.listHolder = QWidget()
        self.listHolder.setObjectName(u"listHolder")
        self.stack.addWidget(self.listHolder)
        self.empty = EmptyPage()
        self.empty.setObjectName(u"empty")
        self.stack.addWidget(self.empty)

        self.column.addWidget(self.stack)

        self.notice = MessageBand(MeetingsPage)
        self.notice.setObjectName(u"notice")

        self.column.addWidget(self.notice)


        self.retranslateUi(MeetingsPage)
    # setupUi

    def retranslateUi(self, MeetingsPage):
        self.title.setText(QCoreApplication.translate("MeetingsPage", u"\u062c\u0644\u0633\u0647\u200c\u0647\u0627", None))
        self.newMeeting.setText(QCoreApplication.translate("MeetingsPage", u"\u062c\u0644\u0633\u0647\u0654 \u062a\u0627\u0632\u0647", None))
#if QT_CONFIG(accessibility)
        self.newMeeting.setAccessibleName(QCoreApplication.translate("MeetingsPage", u"\u062c\u0644\u0633\u0647\u0654 \u062a\u0627\u0632\u0647", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.foldLedger.setAccessibleName(QCoreApplication.translate("MeetingsPage", u"\u062c\u0645\u0639 \u06a9\u0631\u062f\u0646 \u062c\u062f\u0648\u0644 \u0645\u0627\u0647\u200c\u0647\u0627", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.earlierYear.setAccessibleName(QCoreApplication.translate("MeetingsPage", u"\u0633\u0627\u0644 \u067e\u06cc\u0634", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.earlierYear.setToolTip(QCoreApplication.translate("MeetingsPage", u"\u0633\u0627\u0644 \u067e\u06cc\u0634", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.laterYear.setAccessibleName(QCoreApplication.translate("MeetingsPage", u"\u0633\u0627\u0644 \u0628\u0639\u062f", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.laterYear.setToolTip(QCoreApplication.translate("MeetingsPage", u"\u0633\u0627\u0644 \u0628\u0639\u062f", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.ledger.setAccessibleName(QCoreApplication.translate("MeetingsPage", u"\u062c\u062f\u0648\u0644 \u0645\u0627\u0647\u200c\u0647\u0627", None))
#endif // QT_CONFIG(accessibility)
        self.openMonth.setText(QCoreApplication.translate("MeetingsPage", u"\u0628\u0627\u0632 \u06a9\u0631\u062f\u0646 \u062c\u0644\u0633\u0647", None))
#if QT_CONFIG(accessibility)
        self.openMonth.setAccessibleName(QCoreApplication.translate("MeetingsPage", u"\u0628\u0627\u0632 \u06a9\u0631\u062f\u0646 \u062c\u0644\u0633\u0647\u0654 \u0627\u06cc\u0646 \u0645\u0627\u0647", None))
#endif // QT_CONFIG(accessibility)
        self.scheduleMonth.setText(QCoreApplication.translate("MeetingsPage", u"\u0632\u0645\u0627\u0646\u200c\u0628\u0646\u062f\u06cc \u062c\u0644\u0633\u0647", None))
#if QT_CONFIG(accessibility)
        self.scheduleMonth.setAccessibleName(QCoreApplication.translate("MeetingsPage", u"\u0632\u0645\u0627\u0646\u200c\u0628\u0646\u062f\u06cc \u062c\u0644\u0633\u0647 \u062f\u0631 \u0627\u06cc\u0646 \u0645\u0627\u0647", None))
#endif // QT_CONFIG(accessibility)
        self.excuseMonth.setText(QCoreApplication.translate("MeetingsPage", u"\u062b\u0628\u062a \u0639\u0630\u0631\u2026", None))
#if QT_CONFIG(accessibility)
        self.excuseMonth.setAccessibleName(QCoreApplication.translate("MeetingsPage", u"\u062b\u0628\u062a \u0639\u0630\u0631 \u0627\u06cc\u0646 \u0645\u0627\u0647", None))
#endif // QT_CONFIG(accessibility)
        self.takeBackExcuse.setText(QCoreApplication.translate("MeetingsPage", u"\u067e\u0633 \u06af\u0631\u0641\u062a\u0646 \u0639\u0630\u0631\u2026", None))
#if QT_CONFIG(accessibility)
        self.takeBackExcuse.setAccessibleName(QCoreApplication.translate("MeetingsPage", u"\u067e\u0633 \u06af\u0631\u0641\u062a\u0646 \u0639\u0630\u0631 \u0627\u06cc\u0646 \u0645\u0627\u0647", None))
#endif // QT_CONFIG(accessibility)
        self.leaveMonth.setText(QCoreApplication.translate("MeetingsPage", u"\u0647\u0645\u0647\u0654 \u0645\u0627\u0647\u200c\u0647\u0627", None))
#if QT_CONFIG(accessibility)
        self.leaveMonth.setAccessibleName(QCoreApplication.translate("MeetingsPage", u"\u0646\u0634\u0627\u0646 \u062f\u0627\u062f\u0646 \u062c\u0644\u0633\u0647\u200c\u0647\u0627\u06cc \u0647\u0645\u0647\u0654 \u0645\u0627\u0647\u200c\u0647\u0627", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

