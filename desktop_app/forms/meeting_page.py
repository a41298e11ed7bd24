# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'meeting_page.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QSizePolicy, QSpacerItem,
    QStackedWidget, QTabBar, QVBoxLayout, QWidget)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.stepper import Stepper
from desktop_app.widgets.shell.action_bar import ActionBar
class Ui_MeetingPage(object):
    def setupUi(self, MeetingPage):
        if not MeetingPage.objectName():
            MeetingPage.setObjectName(u"MeetingPage")
        MeetingPage.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(MeetingPage)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(28, 10, 28, 14)
        self.header = QHBoxLayout()
        self.header.setSpacing(12)
        self.header.setObjectName(u"header")
        self.header.setContentsMargins(0, 0, 0, 0)
        self.titles = QVBoxLayout()
        self.titles.setSpacing(0)
        self.titles.setObjectName(u"titles")
        self.titles.setContentsMargins(0, 0, 0, 0)
        self.crumbs = TextLabel(MeetingPage)
        self.crumbs.setObjectName(u"crumbs")

        self.titles.addWidget(self.crumbs)

        self.titleLine = QHBoxLayout()
        self.titleLine.setSpacing(12)
        self.titleLine.setObjectName(u"titleLine")
        self.titleLine.setContentsMargins(0, 0, 0, 0)
        self.title = TextLabel(MeetingPage)
        self.title.setObjectName(u"title")

        self.titleLine.addWidget(self.title)

        self.context = TextLabel(MeetingPage)
        self.context.setObjectName(u"context")

        self.titleLine.addWidget(self.context)

        self.editFacts = Button(MeetingPage)
        self.editFacts.setObjectName(u"editFacts")
        self.editFacts.setProperty(u"kind", u"quiet")
        self.editFacts.setProperty(u"icon_name", u"pencil")
        self.editFacts.setProperty(u"compact", True)

        self.titleLine.addWidget(self.editFacts)

        self.titleGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.titleLine.addItem(self.titleGap)


        self.titles.addLayout(self.titleLine)


        self.header.addLayout(self.titles)

        self.actions = ActionBar(MeetingPage)
        self.actions.setObjectName(u"actions")

        self.header.addWidget(self.actions)


        self.column.addLayout(self.header)

        self.stepper = Stepper(MeetingPage)
        self.stepper.setObjectName(u"stepper")

        self.column.addWidget(self.stepper)

        self.tabs = QTabBar(MeetingPage)
        self.tabs.setObjectName(u"tabs")

        self.column.addWidget(self.tabs)

        self.stack = QStackedWidget(MeetingPage)
        self.stack.setObjectName(u"stack")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.stack.sizePolicy().hasHeightForWidth())
        self.stack.setSizePolicy(sizePolicy)
        self.sessionPage = QWidget()
        self.sessionPage.setObjectName(u"sessionPage")
        self.sessionColumn = QVBoxLayout(self.sessionPage)
        self.sessionColumn.setSpacing(12)
        self.sessionColumn.setObjectName(u"sessionColumn")
        self.sessionColumn.setContentsMargins(0, 0, 0, 0)
        self.quorumBand = MessageBand(self.sessionPage)
        self.quorumBand.setObjectName(u"quorumBand")

        self.sessionColumn.addWidget(self.quorumBand)

        self.panes = QHBoxLayout()
        self.panes.setSpacing(16)
        self.panes.setObjectName(u"panes")
        self.panes.setContentsMargins(0, 0, 0, 0)
        self.agendaHolder = QWidget(self.sessionPage)
        self.agendaHolder.setObjectName(u"agendaHolder")

        self.panes.addWidget(self.agendaHolder)

        self.attendanceHolder = QWidget(self.sessionPage)
        self.attendanceHolder.setObjectName(u"attendanceHolder")
        sizePolicy.setHeightForWidth(self.attendanceHolder.sizePolicy().hasHeightForWidth())
        self.attendanceHolder.setSizePolicy(sizePolicy)

        self.panes.addWidget(self.attendanceHolder)


        self.sessionColumn.addLayout(self.panes)

        self.stack.addWidget(self.sessionPage)
        self.invitationsPage = QWidget()
        self.invitationsPage.setObjectName(u"invitationsPage")
        self.invitationsColumn = QVBoxLayout(self.invitationsPage)
        self.invitationsColumn.setSpacing(0)
        self.invitationsColumn.setObjectName(u"invitationsColumn")
        self.invitationsColumn.setContentsMargins(0, 0, 0, 0)
        self.stack.addWidget(self.invitationsPage)
        self.factsPage = QWidget()
        self.factsPage.setObjectName(u"factsPage")
        self.factsColumn = QVBoxLayout(self.factsPage)
        self.factsColumn.setSpacing(0)
        self.factsColumn.setObjectName(u"factsColumn")
        self.factsColumn.setContentsMargins(0, 0, 0, 0)
        self.stack.addWidget(self.factsPage)
        self.historyPage = QWidget()
        self.historyPage.setObjectName(u"historyPage")
        self.historyColumn = QVBoxLayout(self.historyPage)
        self.historyColumn.setSpacing(0)
        self.historyColumn.setObjectName(u"historyColumn")
        self.historyColumn.setContentsMargins(0, 0, 0, 0)
        self.stack.addWidget(self.historyPage)

        self.column.addWidget(self.stack)

        self.notice = MessageBand(MeetingPage)
        self.notice.setObjectName(u"notice")

        self.column.addWidget(self.notice)


        self.retranslateUi(MeetingPage)
    # setupUi

    def retranslateUi(self, MeetingPage):
#if QT_CONFIG(accessibility)
        self.editFacts.setAccessibleName(QCoreApplication.translate("MeetingPage", u"\u0648\u06cc\u0631\u0627\u06cc\u0634 \u0645\u0634\u062e\u0635\u0627\u062a \u062c\u0644\u0633\u0647", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.editFacts.setToolTip(QCoreApplication.translate("MeetingPage", u"\u0648\u06cc\u0631\u0627\u06cc\u0634 \u0645\u0634\u062e\u0635\u0627\u062a \u062c\u0644\u0633\u0647 (Ctrl+E)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.tabs.setAccessibleName(QCoreApplication.translate("MeetingPage", u"\u0628\u062e\u0634\u200c\u0647\u0627\u06cc \u062c\u0644\u0633\u0647", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

