# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'members_page.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QCheckBox, QFrame, QHBoxLayout,
    QScrollArea, QSizePolicy, QSpacerItem, QStackedWidget,
    QVBoxLayout, QWidget)

from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.controls.pill import Pill
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.fields.line_field import SearchField
from desktop_app.widgets.fields.segmented import SegmentedSwitch
from desktop_app.widgets.shell.action_bar import ActionBar
from desktop_app.widgets.shell.card import CardFrame
class Ui_MembersPage(object):
    def setupUi(self, MembersPage):
        if not MembersPage.objectName():
            MembersPage.setObjectName(u"MembersPage")
        MembersPage.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(MembersPage)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(28, 16, 28, 16)
        self.header = QHBoxLayout()
        self.header.setSpacing(12)
        self.header.setObjectName(u"header")
        self.title = TextLabel(MembersPage)
        self.title.setObjectName(u"title")

        self.header.addWidget(self.title)

        self.alert = Pill(MembersPage)
        self.alert.setObjectName(u"alert")

        self.header.addWidget(self.alert)

        self.context = TextLabel(MembersPage)
        self.context.setObjectName(u"context")

        self.header.addWidget(self.context)

        self.headerGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.header.addItem(self.headerGap)

        self.actions = ActionBar(MembersPage)
        self.actions.setObjectName(u"actions")

        self.header.addWidget(self.actions)


        self.column.addLayout(self.header)

        self.bar = QHBoxLayout()
        self.bar.setSpacing(12)
        self.bar.setObjectName(u"bar")
        self.parts = SegmentedSwitch(MembersPage)
        self.parts.setObjectName(u"parts")

        self.bar.addWidget(self.parts)

        self.barGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bar.addItem(self.barGap)

        self.archived = QCheckBox(MembersPage)
        self.archived.setObjectName(u"archived")

        self.bar.addWidget(self.archived)

        self.search = SearchField(MembersPage)
        self.search.setObjectName(u"search")

        self.bar.addWidget(self.search)


        self.column.addLayout(self.bar)

        self.stack = QStackedWidget(MembersPage)
        self.stack.setObjectName(u"stack")
        self.work = QWidget()
        self.work.setObjectName(u"work")
        self.workLine = QHBoxLayout(self.work)
        self.workLine.setSpacing(16)
        self.workLine.setObjectName(u"workLine")
        self.workLine.setContentsMargins(0, 0, 0, 0)
        self.area = QScrollArea(self.work)
        self.area.setObjectName(u"area")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list = QWidget()
        self.list.setObjectName(u"list")
        self.area.setWidget(self.list)

        self.workLine.addWidget(self.area)

        self.panel = CardFrame(self.work)
        self.panel.setObjectName(u"panel")

        self.workLine.addWidget(self.panel)

        self.stack.addWidget(self.work)
        self.empty = EmptyPage()
        self.empty.setObjectName(u"empty")
        self.stack.addWidget(self.empty)

        self.column.addWidget(self.stack)

        self.notice = MessageBand(MembersPage)
        self.notice.setObjectName(u"notice")

        self.column.addWidget(self.notice)


        self.retranslateUi(MembersPage)
    # setupUi

    def retranslateUi(self, MembersPage):
        self.archived.setText(QCoreApplication.translate("MembersPage", u"\u0646\u0645\u0627\u06cc\u0634 \u0628\u0627\u06cc\u06af\u0627\u0646\u06cc\u200c\u0634\u062f\u0647\u200c\u0647\u0627", None))
        pass
    # retranslateUi

